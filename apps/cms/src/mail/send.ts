import type { Core } from '@strapi/strapi';

import { env } from '../env';

import type { Letter } from './letters';

interface EmailService {
  send: (message: { to: string; subject: string; text: string }) => Promise<unknown>;
}

/** Whether the clinic has told the CMS by which server it sends mail. */
export function sendsMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends a letter to each of these people. Mail is a courtesy: what it could not deliver is logged, and nothing else fails. */
export async function send(strapi: Core.Strapi, to: readonly { email: string }[], { subject, text }: Letter): Promise<void> {
  if (!sendsMail()) return;
  const service = strapi.plugin('email').service<EmailService>('email');
  for (const { email } of to) {
    try {
      await service.send({ to: email, subject, text });
    } catch (error) {
      strapi.log.warn(`Mail could not be sent: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
