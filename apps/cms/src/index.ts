import type { Core } from '@strapi/strapi';

import { admitAnonymousReaders } from './access/anonymous-reader';
import { applyRoles } from './access/apply-roles';
import { ensureAdministrator } from './access/first-administrator';
import { expectClosedDoors } from './access/open-routes';
import { requireStrongPasswords } from './access/passwords';
import { refuseRelations } from './access/refused-relations';
import { listenForChanges } from './changes/listen';
import { serveChangeStream } from './changes/stream';
import { refuseFailedCommits } from './database/durability';
import { ensureIndexes } from './database/indexes';
import { outliveLostRejections } from './database/lost-rejections';
import { closeSnapshots } from './database/snapshots';
import { loadDemoLibrary } from './demo-library/load';
import { arrangeDesk } from './editorial/desk/apply';
import { answerForPaidFunctions, leaveOut } from './editorial/desk/left-out';
import { serveMyDrafts } from './editorial/my-drafts';
import { registerOwnFields } from './editorial/own-fields';
import { serveReadiness } from './editorial/readiness';
import { startBeside, stopBeside } from './graphql/beside/beside';
import { serveGraphiQL } from './graphql/graphiql';
import { sendDigestWeekly } from './mail/digest';
import { tellOfFailure, tellReviewers } from './mail/occasions';
import { servePreviews } from './preview/channel';
import { servePreviewLinks } from './preview/link-routes';
import { keepPreviewLinks } from './preview/links';
import { guardWrites } from './publishing';
import { adaptAdminRoutes } from './publishing/admin-routes';
import { guardMedia } from './publishing/media';
import { catchUp } from './publishing/rebuild';
import { serveCandidates } from './publishing/several-routes';
import { serveReferences } from './references/routes';
import { serveReviewHome } from './reviews/home';
import { keepReviewRecords } from './reviews/records';
import { serveReviews } from './reviews/routes';
import { watchTheClock } from './schedules/clock';
import { serveScheduleHome } from './schedules/home';
import { keepSchedules } from './schedules/records';
import { serveSchedules } from './schedules/routes';
import { serveUses } from './uses/routes';

interface Host {
  strapi: Core.Strapi;
}

let stopOutliving: (() => void) | undefined;
let stopListening: (() => Promise<void>) | undefined;
let stopTheClock: (() => Promise<void>) | undefined;

export default {
  register({ strapi }: Host) {
    stopOutliving = outliveLostRejections(strapi);
    refuseFailedCommits(strapi);
    admitAnonymousReaders(strapi);
    requireStrongPasswords(strapi);
    refuseRelations(strapi);
    guardWrites(strapi);
    guardMedia(strapi);
    adaptAdminRoutes(strapi);
    registerOwnFields(strapi);
    serveReadiness(strapi);
    serveMyDrafts(strapi);
    serveCandidates(strapi);
    serveUses(strapi);
    serveReferences(strapi);
    answerForPaidFunctions(strapi);
    keepPreviewLinks(strapi);
    servePreviewLinks(strapi);
    keepReviewRecords(strapi);
    serveReviews(strapi, (asked) => void tellReviewers(strapi, asked));
    serveReviewHome(strapi);
    keepSchedules(strapi);
    serveSchedules(strapi);
    serveScheduleHome(strapi);
  },

  async bootstrap({ strapi }: Host) {
    await ensureIndexes(strapi);
    await catchUp(strapi);
    await expectClosedDoors(strapi);
    await applyRoles(strapi);
    await ensureAdministrator(strapi);
    await loadDemoLibrary(strapi);
    await arrangeDesk(strapi);
    await leaveOut(strapi);
    startBeside(strapi);
    serveChangeStream(strapi);
    serveGraphiQL(strapi);
    servePreviews(strapi);
    stopListening = listenForChanges(strapi);
    stopTheClock = watchTheClock(strapi, {
      onFailure: (failed) => tellOfFailure(strapi, failed),
      alsoDo: () => sendDigestWeekly(strapi),
    });
  },

  async destroy({ strapi }: Host) {
    await stopTheClock?.();
    await stopListening?.();
    await stopBeside(strapi);
    closeSnapshots(strapi);
    stopOutliving?.();
  },
};
