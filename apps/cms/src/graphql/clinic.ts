import { noteKinds } from './answers/tags';

/** The published clinic with everything that belongs to it, or null. */
export async function findClinic(): Promise<Record<string, unknown> | null> {
  noteKinds('clinic');
  return strapi
    .documents('api::clinic.clinic')
    .findFirst({ status: 'published', populate: { hours: true, closures: true, services: true, crisisContacts: true } } as never);
}

const namesOfRequest = new WeakMap<object, Promise<string | null>>();

/** The clinic's name as published, or null; looked up once for a whole request. */
export function clinicName(context: object): Promise<string | null> {
  const before = namesOfRequest.get(context);
  if (before) return before;
  const name = findName();
  namesOfRequest.set(context, name);
  return name;
}

async function findName(): Promise<string | null> {
  noteKinds('clinic');
  const clinic = await strapi.documents('api::clinic.clinic').findFirst({ status: 'published', fields: ['name'] } as never);
  return (clinic as { name?: string } | null)?.name ?? null;
}
