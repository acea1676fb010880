import { checkBody } from './body.ts';
import type { Guard, Reach } from './guard.ts';
import { hostGuard } from './host.ts';
import { checkMethod } from './method.ts';
import { originGuard } from './origin.ts';
import { checkPath } from './path.ts';

/** Everything a request must pass before anything is looked up for it; the first refusal counts. */
export function guardsOf(reach: Reach): Guard {
  const guards = [checkMethod, checkPath, hostGuard(reach), originGuard(reach), checkBody];
  return (request) => {
    for (const guard of guards) {
      const refusal = guard(request);
      if (refusal) return refusal;
    }
    return null;
  };
}
