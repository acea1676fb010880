export * from './article-body.js';
export * from './citations.js';
export * from './graphql.js';
export * from './headings.js';
export * from './plain-text.js';
export * from './rich-text.js';
