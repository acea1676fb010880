import { CrisisList } from '../crisis-list/crisis-list.tsx';

import type { CrisisContactView } from '#app/models/crisis.ts';

/** Every crisis contact with every way to reach it. Stands at the end of each page; the strip at its top leads here. */
export function CrisisContacts({ contacts }: { contacts: readonly CrisisContactView[] }) {
  return (
    <section className="crisis-contacts" id="crisis" tabIndex={-1} aria-labelledby="crisis-heading">
      <div className="page">
        <h2 className="crisis-contacts__heading" id="crisis-heading">
          If you need help now
        </h2>
        <CrisisList contacts={contacts} />
      </div>
    </section>
  );
}
