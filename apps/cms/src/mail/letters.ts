/** A message in plain text. */
export interface Letter {
  subject: string;
  text: string;
}

const signed = (lines: string[]) => [...lines, '', 'You get this because you have an account at the editors’ desk.'].join('\n');

const article = (desk: string, documentId: string) =>
  `${desk}/admin/content-manager/collection-types/api::article.article/${documentId}`;

/** Somebody asks for a clinical review. */
export function reviewRequested(
  desk: string,
  { title, by, note, documentId }: { title: string; by: string; note: string; documentId: string },
): Letter {
  return {
    subject: `Please review: ${title}`,
    text: signed([
      `${by} asks for a clinical review of “${title}”.`,
      ...(note === '' ? [] : ['', note]),
      '',
      article(desk, documentId),
    ]),
  };
}

/** What was arranged did not happen. */
export function scheduleFailed(
  desk: string,
  {
    title,
    action,
    when,
    reason,
    documentId,
  }: { title: string; action: string; when: string; reason: string; documentId: string },
): Letter {
  return {
    subject: `Not ${action}ed: ${title}`,
    text: signed([`“${title}” was to be ${action}ed on ${when}, and was not:`, '', reason, '', article(desk, documentId)]),
  };
}

/** The articles whose review is overdue, the longest first. */
export function overdueReviews(desk: string, overdue: { title: string; dueOn: string; documentId: string }[]): Letter {
  const count = overdue.length === 1 ? '1 review is' : `${overdue.length} reviews are`;
  return {
    subject: `${count} overdue`,
    text: signed([
      `${count} overdue. Readers are told so on the page.`,
      ...overdue.flatMap(({ title, dueOn, documentId }) => ['', `${title} (due ${dueOn})`, article(desk, documentId)]),
    ]),
  };
}
