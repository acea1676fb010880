import { site } from '#app/config/site.ts';
import type { CrisisContactView } from '#app/models/crisis.ts';

/** The first line of every page: the first contact's numbers, the way to all of them at the page's end, and the way out. */
export function CrisisStrip({ contacts }: { contacts: readonly CrisisContactView[] }) {
  const [first] = contacts;
  return (
    <aside className="crisis-strip" aria-label="Help in a crisis">
      <div className="crisis-strip__line page">
        <p className="crisis-strip__question">In crisis?</p>
        {first && (
          <ul className="crisis-strip__ways" role="list" aria-label={first.label}>
            {first.links
              .filter(({ href }) => /^(?:tel|sms):/.test(href))
              .map(({ href, text }) => (
                <li key={href}>
                  <a className="crisis-strip__link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
          </ul>
        )}
        <a className="crisis-strip__link" href="#crisis">
          More help
        </a>
        <a className="crisis-strip__link crisis-strip__exit" href={site.quickExit} rel="noreferrer" data-quick-exit>
          <span className="crisis-strip__quick">Quick </span>exit
        </a>
      </div>
    </aside>
  );
}
