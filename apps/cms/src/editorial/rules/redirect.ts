import { isStandingPage } from '../../contract/addresses';

import type { Problem } from './problem';

/** A redirect as an editor wrote it. */
export interface WrittenRedirect {
  from: string;
  to?: string | null;
  kind: string;
}

/** What the rules have to be told about the rest of the site. */
export interface RedirectFacts {
  /** Whether a page stands at `from`. */
  isTaken: boolean;
  /** Whether a visitor finds something at `to`. */
  leadsSomewhere: boolean;
  /** Whether `to` leads back to `from` by other redirects. */
  isLoop: boolean;
}

/** Everything that is wrong with a redirect. */
export function redirectProblems({ from, to, kind }: WrittenRedirect, facts: RedirectFacts): Problem[] {
  const problems: Problem[] = [];
  if (facts.isTaken || isStandingPage(from)) {
    problems.push({ path: ['from'], message: 'A page stands at this address. Redirect an address that nothing stands at.' });
  }
  if (kind === 'gone') {
    if (to) problems.push({ path: ['to'], message: 'What is gone leads nowhere. Leave this empty, or choose “moved”.' });
    return problems;
  }
  if (!to) problems.push({ path: ['to'], message: 'Say where the page moved to, or choose “gone”.' });
  else if (to === from || facts.isLoop) problems.push({ path: ['to'], message: 'This would lead visitors in a circle.' });
  else if (!facts.leadsSomewhere) problems.push({ path: ['to'], message: 'No visitor finds anything at this address.' });
  return problems;
}
