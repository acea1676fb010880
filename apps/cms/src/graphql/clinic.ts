/** The published clinic with everything that belongs to it, or null. */
export async function findClinic(): Promise<Record<string, unknown> | null> {
  return strapi
    .documents('api::clinic.clinic')
    .findFirst({ status: 'published', populate: { hours: true, closures: true, services: true, crisisContacts: true } } as never);
}
