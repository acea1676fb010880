import { isDeepStrictEqual } from 'node:util';

import type { Core } from '@strapi/strapi';

import { componentLayouts } from './components';
import { contentTypeLayouts } from './content-types';
import type { Layout, ListLayout } from './layout';

type Row = { name: string; size: number }[];

interface Metadata {
  edit: Record<string, unknown>;
  list: Record<string, unknown>;
}

/** What the admin keeps about how a model is shown. */
interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: { edit: Row[]; list: string[] };
}

interface ConfigurationService {
  findConfiguration: (model: { uid: string }) => Promise<Configuration>;
  updateConfiguration: (model: { uid: string }, configuration: Configuration) => Promise<unknown>;
}

const WIDTH = 12;
/** One of the sizes that the list offers to choose from. */
const PAGE = 20;

/**
 * Writes how the admin shows every kind of content and every block: columns, order, names and descriptions. It is code, applied at each
 * start, so that no screen drifts away from it.
 * @throws if a layout names a field that its model does not have
 */
export async function arrangeDesk(strapi: Core.Strapi): Promise<void> {
  const services = (name: string) => strapi.plugin('content-manager').service(name) as unknown as ConfigurationService;
  for (const [uid, layout] of Object.entries(contentTypeLayouts))
    await arrange(services('content-types'), uid, layout, listSettings(layout));
  for (const [uid, layout] of Object.entries(componentLayouts)) await arrange(services('components'), uid, layout, {});
}

function listSettings({ sortBy, order }: ListLayout): Record<string, unknown> {
  return { defaultSortBy: sortBy, defaultSortOrder: order, pageSize: PAGE };
}

async function arrange(
  service: ConfigurationService,
  uid: string,
  layout: Layout | ListLayout,
  settings: Record<string, unknown>,
): Promise<void> {
  const before = await service.findConfiguration({ uid });
  const after = arranged(uid, before, layout, settings);
  if (!isDeepStrictEqual(before, after)) await service.updateConfiguration({ uid }, after);
}

function arranged(
  uid: string,
  before: Configuration,
  layout: Layout | ListLayout,
  settings: Record<string, unknown>,
): Configuration {
  const unknown = Object.keys(layout.fields).find((name) => !(name in before.metadatas));
  if (unknown !== undefined) throw new Error(`The layout of ${uid} names a field “${unknown}” that it does not have.`);
  return {
    ...before,
    settings: { ...before.settings, mainField: layout.namedBy, ...settings },
    metadatas: Object.fromEntries(Object.entries(before.metadatas).map(([name, meta]) => [name, worded(meta, layout, name)])),
    layouts: {
      edit: [...layout.form.map(rowOf), ...rest(before, layout)],
      list: 'columns' in layout ? layout.columns : before.layouts.list,
    },
  };
}

function rowOf(row: Layout['form'][number]): Row {
  return row.map((field) =>
    typeof field === 'string' ? { name: field, size: WIDTH / row.length } : { name: field[0], size: field[1] },
  );
}

/** Fields that have come to the model since the layout was written stand at the end rather than nowhere. */
function rest(before: Configuration, { form, notHere = [] }: Layout): Row[] {
  const placed = new Set(form.flat().map((field) => (typeof field === 'string' ? field : field[0])));
  return before.layouts.edit
    .flat()
    .filter(({ name }) => !placed.has(name) && !notHere.includes(name))
    .map(({ name }) => [{ name, size: WIDTH }]);
}

function worded({ edit, list }: Metadata, { fields }: Layout, name: string): Metadata {
  const words = fields[name];
  if (!words) return { edit, list };
  const { label, description = '', placeholder = '', namedBy } = words;
  return {
    // A field that the form never shows has no edit side.
    edit:
      Object.keys(edit).length === 0
        ? edit
        : { ...edit, label, description, placeholder, ...(namedBy !== undefined && { mainField: namedBy }) },
    list: { ...list, label },
  };
}
