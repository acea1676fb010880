import type { DoDontListView } from '#app/models/article-body.ts';

/** What helps and what to avoid, side by side where there is room. Every item says which of the two it is. */
export function DoDontList({ list: { heading, dos, donts } }: { list: DoDontListView }) {
  return (
    <section className="do-dont">
      {heading && <h2 id={heading.id}>{heading.text}</h2>}
      <div className="do-dont__sides">
        {dos.length > 0 && (
          <div className="do-dont__side do-dont__side--do">
            <h3>Do</h3>
            <ul role="list">
              {dos.map((item, i) => (
                <li key={i}>
                  <Tick />
                  <span className="do-dont__item">{item}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {donts.length > 0 && (
          <div className="do-dont__side do-dont__side--dont">
            <h3>Do not</h3>
            <ul role="list">
              {donts.map((item, i) => (
                <li key={i}>
                  <Cross />
                  <span className="do-dont__item">Do not {item}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Tick() {
  return <Mark path="M4.5 12.5l5 5 10-11" />;
}

function Cross() {
  return <Mark path="M6 6l12 12M18 6L6 18" />;
}

function Mark({ path }: { path: string }) {
  return (
    <svg className="do-dont__mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
