import { choices } from '../editorial/desk/choices';

import { articleReviewPanel } from './article-review';
import { comparisonGridField } from './comparison-grid';
import { filesInUsePage } from './files-in-use';
import { homePage } from './home';
import { tellListsPlainly } from './lists';
import mark from './mark.svg';
import { pasteReferencePanel } from './paste-reference';
import { previewLinksPanel } from './preview-links';
import { publishSeveral } from './publish-several';
import { quietBanner } from './quiet-banner';
import { readyToPublishPanel } from './ready-to-publish';
import { schedulesPanel } from './schedules';
import type { DeskApp } from './strapi';
import { unsavedCopy } from './unsaved-copy';
import { whereUsedPanel } from './uses';
import { words } from './words';
import { yearField } from './year-field';

/** The clinic's deep green in the places where Strapi is violet, light and dark. */
const fern = {
  light: {
    primary100: '#eef4ec',
    primary200: '#cfe0cd',
    primary500: '#3d7a54',
    primary600: '#245a3a',
    primary700: '#1b4a2f',
    buttonPrimary500: '#3d7a54',
    buttonPrimary600: '#245a3a',
  },
  dark: {
    primary100: '#1d2b22',
    primary200: '#2f4a39',
    primary500: '#8fc7a0',
    primary600: '#a7d7b5',
    primary700: '#c3e6cd',
    buttonPrimary500: '#336a48',
    buttonPrimary600: '#3d7a54',
  },
};

export default {
  config: {
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark },
    theme: { light: { colors: fern.light }, dark: { colors: fern.dark } },
    // Nothing leaves for other hosts: no look-up of new releases, no videos.
    notifications: { releases: false },
    tutorials: false,
    translations: {
      en: {
        ...words,
        ...choices,
      },
    },
  },
  register(app: DeskApp) {
    app.customFields.register([comparisonGridField, yearField]);
    app.widgets.register(homePage);
    app.addMenuLink(filesInUsePage);
    tellListsPlainly(app);
    quietBanner();
  },
  bootstrap(app: DeskApp) {
    const contentManager = app.getPlugin('content-manager');
    contentManager.apis.addEditViewSidePanel([
      readyToPublishPanel,
      articleReviewPanel,
      schedulesPanel,
      previewLinksPanel,
      pasteReferencePanel,
      whereUsedPanel,
    ]);
    contentManager.apis.addBulkAction(publishSeveral);
    contentManager.injectComponent('editView', 'right-links', unsavedCopy);
  },
};
