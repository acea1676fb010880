/** What somebody may do with one kind of content. */
type Deed = 'create' | 'read' | 'update' | 'delete' | 'publish';

/** A role of the clinic: what its holders may do, and nothing beyond it. */
export interface Role {
  code: string;
  name: string;
  description: string;
  content: Record<string, Deed[]>;
  /** Fields that the role neither reads nor writes, by content type. */
  without?: Record<string, string[]>;
  /** Further actions of the admin, by their names in Strapi. */
  actions: string[];
}

export const ADMINISTRATOR = 'strapi-super-admin';
export const CLINICAL_REVIEWER = 'clinical-reviewer';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';
const CLINIC = 'api::clinic.clinic';
const CONTRIBUTOR = 'api::contributor.contributor';
const GLOSSARY = 'api::glossary-term.glossary-term';
const REDIRECT = 'api::redirect.redirect';
const SOURCE = 'api::source.source';

const everyDeed: Deed[] = ['create', 'read', 'update', 'delete', 'publish'];
const readOnly: Record<string, Deed[]> = {
  [ARTICLE]: ['read'],
  [CATEGORY]: ['read'],
  [CLINIC]: ['read'],
  [CONTRIBUTOR]: ['read'],
  [GLOSSARY]: ['read'],
  [REDIRECT]: ['read'],
  [SOURCE]: ['read'],
};
const media = ['plugin::upload.read', 'plugin::upload.assets.download', 'plugin::upload.assets.copy-link'];

/**
 * The roles of the clinic beside the administrator, who may do everything. Whatever has no drafts changes the site when it is saved, so only
 * the publisher saves it; sources are the exception: a text cannot be written without citing.
 */
export const roles: Role[] = [
  {
    code: 'writer',
    name: 'Writer',
    description: 'Writes articles and adds sources. Publishes nothing.',
    content: { ...readOnly, [ARTICLE]: ['create', 'read', 'update'], [SOURCE]: ['create', 'read', 'update'] },
    actions: [...media, 'plugin::upload.assets.create'],
  },
  {
    code: CLINICAL_REVIEWER,
    name: 'Clinical reviewer',
    description: 'Reads every draft, corrects articles, and confirms that they are clinically right.',
    content: { ...readOnly, [ARTICLE]: ['read', 'update'] },
    actions: media,
  },
  {
    code: 'publisher',
    name: 'Publisher',
    description: 'Writes and publishes everything, and keeps categories, people, words and redirects.',
    content: Object.fromEntries(Object.keys(readOnly).map((uid) => [uid, everyDeed])),
    actions: [...media, 'plugin::upload.assets.create', 'plugin::upload.assets.update'],
  },
  {
    code: 'front-desk',
    name: 'Front desk',
    description: 'Looks up people and words that the site explains. Sees no drafts.',
    content: { [CATEGORY]: ['read'], [CONTRIBUTOR]: ['read'], [GLOSSARY]: ['read'] },
    // These lists name drafts, too.
    without: { [CATEGORY]: ['articles'], [CONTRIBUTOR]: ['written', 'reviewed'] },
    actions: [],
  },
];
