import type { Fields } from './fields';
import { deadLinks, type LinkFacts } from './links';
import type { Problem } from './problem';

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface Hours {
  weekday?: string | null;
  opens?: string | null;
  closes?: string | null;
}

/** Everything that keeps the clinic's page from being published. */
export function clinicProblems(clinic: Fields, facts: LinkFacts): Problem[] {
  return [...hours((clinic['hours'] ?? []) as Hours[]), ...deadLinks('api::clinic.clinic', clinic, facts)];
}

function hours(days: Hours[]): Problem[] {
  const order = days.map(({ weekday }) => weekday).join() === WEEK.join() ? [] : [WEEK_MESSAGE];
  const halfOpen = days.flatMap(({ opens, closes }, i) =>
    Boolean(opens) === Boolean(closes)
      ? []
      : [
          {
            path: ['hours', i, opens ? 'closes' : 'opens'],
            message: 'Give both times, or leave both empty if the clinic is closed.',
          },
        ],
  );
  return [...order, ...halfOpen];
}

const WEEK_MESSAGE: Problem = { path: ['hours'], message: 'List every weekday once, Monday first.' };
