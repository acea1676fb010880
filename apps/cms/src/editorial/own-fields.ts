import type { Core } from '@strapi/strapi';

/** Registers the fields that the admin shows in a way of our own: comparison tables, stored as JSON, and years, stored as numbers. */
export function registerOwnFields(strapi: Core.Strapi): void {
  strapi.customFields.register([
    { name: 'comparison-grid', type: 'json', inputSize: { default: 12, isResizable: false } },
    { name: 'year', type: 'integer', inputSize: { default: 4, isResizable: true } },
  ]);
}
