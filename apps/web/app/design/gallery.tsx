import type { LinksFunction, MetaFunction } from '@remix-run/node';

import { PageHeader } from '../components/page-header/page-header.tsx';

import styles from './gallery.css?url';
import { specimens } from './specimens.tsx';
import { Tokens } from './tokens.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export const meta: MetaFunction = () => [{ title: 'Design' }, { name: 'robots', content: 'noindex' }];

const idOf = (name: string) => name.toLowerCase().replace(/\W+/g, '-');

/** Every component in every state that its tests know, beside the tokens it is made of. Only while developing. */
export default function Gallery() {
  return (
    <>
      <PageHeader
        title="Design"
        intro="Every component in each of its states, shown with the fixtures of its tests. Try it at 360 px, in the dark, in forced colors, printed."
      />
      <div className="page gallery">
        <nav className="gallery__index" aria-label="Components">
          <ul role="list">
            {['Colors', 'Type', 'Space', ...specimens.map(({ name }) => name)].map((name) => (
              <li key={name}>
                <a href={`#${idOf(name)}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="gallery__hall">
          <Tokens />
          {specimens.map(({ name, states }) => (
            <section key={name} className="gallery__section" id={idOf(name)}>
              <h2>{name}</h2>
              {states.map(([state, element]) => (
                <div key={state} className="gallery__specimen">
                  {state !== '' && <p className="gallery__state">{state}</p>}
                  {element}
                </div>
              ))}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
