import { CrisisList } from '../crisis-list/crisis-list.tsx';

import type { CrisisContactView } from '#app/models/crisis.ts';

/** Stands before everything else where a search says that somebody may be in danger. It leads to people, not to reading. */
export function CrisisHelp({ contacts }: { contacts: readonly CrisisContactView[] }) {
  return (
    <section className="crisis-help" aria-labelledby="crisis-help">
      <h2 className="crisis-help__heading" id="crisis-help">
        You do not have to get through this alone
      </h2>
      <p className="crisis-help__text">
        If you are thinking about ending your life, or you are not safe right now, talk to someone. They are there for exactly
        this.
      </p>
      <CrisisList contacts={contacts} />
    </section>
  );
}
