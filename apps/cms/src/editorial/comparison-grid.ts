import type { Core } from '@strapi/strapi';

/** Registers the field for comparison tables: stored as JSON, written in a table of its own in the admin. */
export function registerComparisonGrid(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'comparison-grid', type: 'json', inputSize: { default: 12, isResizable: false } });
}
