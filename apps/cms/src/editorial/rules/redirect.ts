import { isReserved, isStandingPage } from '../../contract/addresses';

import type { Fields } from './fields';
import type { Problem } from './problem';

/** A redirect as an editor wrote it. */
export interface WrittenRedirect {
  from: string;
  to?: string | null;
  kind: string;
}

/**
 * An address as redirects keep it and are looked up by: the path alone, without a slash at its end, in small letters save for the key of a
 * source. What is no path of this site stays as it was written.
 */
export function redirectAddress(written: string, siteOrigin: string): string {
  const trimmed = written.trim();
  const isOwn = trimmed === siteOrigin || trimmed.startsWith(`${siteOrigin}/`);
  const path = isOwn ? trimmed.slice(siteOrigin.length) || '/' : trimmed;
  if (!/^\/(?!\/)/.test(path)) return path;
  const bare = path.replace(/\/+$/, '') || '/';
  const [, beginning = '', ...rest] = bare.split('/');
  return beginning.toLowerCase() === 'sources' ? ['', 'sources', ...rest].join('/') : bare.toLowerCase();
}

/** The addresses of a redirect that is being saved, as they are kept. */
export function tidyRedirect(data: Fields, siteOrigin: string): Fields {
  const tidied = (['from', 'to'] as const).flatMap((field) => {
    const written = data[field];
    return typeof written === 'string' ? [[field, redirectAddress(written, siteOrigin)] as const] : [];
  });
  return { ...data, ...Object.fromEntries(tidied) };
}

const fields = {
  from: { example: '/articles/old-address', elsewhere: 'Only addresses of this site are redirected.' },
  to: { example: '/articles/new-address', elsewhere: 'Redirects lead within this site only.' },
} as const;

/** What keeps the addresses of a redirect from being paths of this site. */
export function redirectFormProblems(data: Fields): Problem[] {
  return (['from', 'to'] as const).flatMap((field) => {
    const written = data[field];
    if (typeof written !== 'string' || written === '') return [];
    const message = formProblem(written, fields[field]);
    return message === null ? [] : [{ path: [field], message }];
  });
}

function formProblem(written: string, { example, elsewhere }: (typeof fields)[keyof typeof fields]): string | null {
  const instead = `Write the path alone, for example “${example}”.`;
  // Browsers read a backslash as a slash.
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(written)) return `${elsewhere} ${instead}`;
  if (!written.startsWith('/')) return `An address begins with “/”. ${instead}`;
  if (/[?#]/.test(written)) return `Leave out what follows “?” or “#”. ${instead}`;
  if (!/^\/(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?$/.test(written))
    return `An address holds letters, digits, hyphens, dots and underscores, with one “/” between its parts. ${instead}`;
  return null;
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
  } else if (isReserved(from)) {
    problems.push({
      path: ['from'],
      message: 'The site or its CMS keeps addresses that begin like this for itself. Choose another.',
    });
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
