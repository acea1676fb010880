import type { ReactNode } from 'react';

import { PageHeader } from '../page-header/page-header.tsx';

import type { Crumb } from '#app/models/frame.ts';
import type { MemberView, QueryView, TypeView } from '#app/models/schema-reference.ts';

interface DevelopersPageProps {
  queries: QueryView[];
  types: TypeView[];
  trail: readonly Crumb[];
}

const KINDS: Record<TypeView['kind'], string> = {
  query: 'Where every question begins',
  type: 'Type',
  union: 'One of several types',
  enum: 'One of several values',
  input: 'Argument',
  scalar: 'Plain value',
};

/** For those who build an app on the clinic's content: queries to copy, and every type in the contract's own words. */
export function DevelopersPage({ queries, types, trail }: DevelopersPageProps) {
  return (
    <>
      <PageHeader
        title="For developers"
        intro="Our articles, people, sources and clinic facts, open to other apps: one GraphQL interface, read-only, without an account."
        trail={trail}
      />
      <div className="page developers">
        <Start />
        <section aria-labelledby="queries">
          <h2 id="queries">Queries to copy</h2>
          <p className="developers__intro">Each one runs as it is. A click on a query selects it whole.</p>
          {queries.map((query) => (
            <Query key={query.name} query={query} />
          ))}
        </section>
        <section aria-labelledby="types">
          <h2 id="types">Everything you can ask for</h2>
          <nav aria-label="Types">
            <ul className="developers__index" role="list">
              {types.map(({ name }) => (
                <li key={name}>
                  <a href={`#${name}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
          {types.map((type) => (
            <Type key={type.name} type={type} />
          ))}
        </section>
      </div>
    </>
  );
}

function Start() {
  return (
    <section aria-labelledby="start">
      <h2 id="start">How to begin</h2>
      <ul className="developers__facts">
        <li>
          Send a query by POST, as JSON, to <code>/graphql</code> at the address of our CMS. Ask us for that address; no key is
          needed.
        </li>
        <li>
          An answer’s headers tell what it cost and what is left of your allowance. With an API token, which we make for you,
          there is ten times as much.
        </li>
        <li>
          Show <code>attribution</code> and <code>reviewState</code> wherever you show a text. Nothing may be reused further than
          its <code>license</code> says; without one, all rights are reserved.
        </li>
        <li>
          If you keep a copy, follow <code>contentChanges</code>: a text that was withdrawn here must disappear from your copy,
          too.
        </li>
      </ul>
    </section>
  );
}

function Query({ query: { name, purpose, query } }: { query: QueryView }) {
  return (
    <section className="developers__query" aria-labelledby={`query-${name}`}>
      <h3 id={`query-${name}`}>{purpose}</h3>
      <Code label={`Query ${name}`}>{query}</Code>
    </section>
  );
}

/** Can be scrolled by keyboard where it is wider than the screen. */
function Code({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <pre className="developers__code" role="region" aria-label={label} tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}

function Type({ type: { name, kind, description, members } }: { type: TypeView }) {
  return (
    <section className="developers__type" aria-labelledby={name}>
      <header>
        <p className="label">{KINDS[kind]}</p>
        <h3 id={name}>{name}</h3>
        {description && (
          <p>
            <Words text={description} />
          </p>
        )}
      </header>
      {members.length > 0 && (
        <dl>
          {members.map((member) => (
            <Member key={member.name} member={member} linked={kind === 'union'} />
          ))}
        </dl>
      )}
    </section>
  );
}

function Member({ member: { name, type, description, args }, linked }: { member: MemberView; linked: boolean }) {
  return (
    <div className="developers__member">
      <dt>
        <code>{linked ? <a href={`#${name}`}>{name}</a> : name}</code>
        {type !== null && (
          <span className="developers__type-name">
            <TypeName type={type} />
          </span>
        )}
      </dt>
      <dd>
        <Words text={description} />
        {args.length > 0 && (
          <ul className="developers__args" role="list">
            {args.map((arg) => (
              <li key={arg.name}>
                <code>{arg.name}</code>{' '}
                <span className="developers__type-name">
                  <TypeName type={arg.type} />
                </span>{' '}
                <Words text={arg.description} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

const PLAIN = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

/** A type as GraphQL writes it, leading to its description. */
function TypeName({ type }: { type: string }) {
  const [, open = '', name = '', close = ''] = /^(\[*)(\w+)(\W*)$/.exec(type) ?? [];
  return (
    <code>
      {open}
      {PLAIN.has(name) ? name : <a href={`#${name}`}>{name}</a>}
      {close}
    </code>
  );
}

/** Text in which code stands between backticks. */
function Words({ text }: { text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}
