import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, Information, WarningCircle } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';

import { reviewStates } from '../../editorial/desk/choices';

import { AskForReview } from './ask';
import { MarkAsReviewed } from './mark';
import { useReview, type Review } from './use-review';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const list = new Intl.ListFormat('en');
const onDay = (date: string) => day.format(new Date(date));

/** Where the article stands, in one line. */
function headline({ state, lastReviewed, request, isValid }: Review) {
  switch (state) {
    case 'reviewed':
      return { icon: <CheckCircle fill="success600" aria-hidden />, words: `Reviewed on ${onDay(lastReviewed ?? '')}` };
    case 'waiting':
      return { icon: <Clock fill="primary600" aria-hidden />, words: `${request?.by ?? 'Somebody'} asks for a review` };
    case 'edited':
      return { icon: <WarningCircle fill="danger600" aria-hidden />, words: reviewStates.edited };
    case 'sample':
      return {
        icon: <Information fill="neutral500" aria-hidden />,
        words: isValid ? reviewStates.sample : 'Sample, edited and never reviewed',
      };
    default:
      return { icon: <Information fill="neutral500" aria-hidden />, words: reviewStates.none };
  }
}

function Line({ children }: { children: string }) {
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {children}
    </Typography>
  );
}

function Details({ review }: { review: Review }) {
  const { changed, savers, request, reviewDue, state, isRequired, isValid } = review;
  return (
    <>
      {request && request.note !== '' && <Line>{`“${request.note}”`}</Line>}
      {state === 'reviewed' && reviewDue !== null && <Line>{`The next review is due by ${onDay(reviewDue)}.`}</Line>}
      {changed.length > 0 && <Line>{`Changed since then: ${list.format(changed)}.`}</Line>}
      {savers.length > 0 && <Line>{`Edited by ${list.format(savers)}, who cannot review it.`}</Line>}
      {isRequired && !isValid && <Line>It can be published once it is reviewed.</Line>}
    </>
  );
}

function History({ reviews }: Pick<Review, 'reviews'>) {
  const real = reviews.filter(({ demo }) => !demo);
  if (real.length === 0) return null;
  return (
    <Box tag="details" width="100%">
      <Typography tag="summary" variant="pi" fontWeight="semiBold" style={{ cursor: 'pointer' }}>
        Earlier reviews ({real.length})
      </Typography>
      <ul>
        {real.map(({ id, reviewerName, reviewedAt, note }) => (
          <Box tag="li" key={id} paddingTop={1}>
            <Line>{`${onDay(reviewedAt)}, ${reviewerName}${note === '' ? '' : `: “${note}”`}`}</Line>
          </Box>
        ))}
      </ul>
    </Box>
  );
}

/** The panel's content: whether a clinician has looked at the article as it is, and what to do about it. */
export function ArticleReview({ documentId, version }: { documentId: string; version: string }) {
  const { review, reload } = useReview(documentId, version);
  const isModified = useForm<boolean>('ArticleReview', ({ modified }) => modified);
  if (!review) return <Typography textColor="neutral600">Looking for reviews …</Typography>;
  const { icon, words } = headline(review);
  const needsReview = review.state !== 'reviewed';
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-testid="article-review">
      <Flex gap={2} alignItems="center" role="status">
        {icon}
        <Typography fontWeight="bold">{words}</Typography>
      </Flex>
      <Details review={review} />
      {isModified && <Line>Save first: a review is about what is saved.</Line>}
      {review.isReviewer && (review.against === null || needsReview) && (
        <MarkAsReviewed documentId={documentId} review={review} isModified={isModified} onDone={reload} />
      )}
      {needsReview && review.state !== 'waiting' && (!review.isReviewer || review.against !== null) && (
        <AskForReview documentId={documentId} isModified={isModified} onDone={reload} />
      )}
      <History reviews={review.reviews} />
    </Flex>
  );
}
