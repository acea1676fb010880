import type { Core } from '@strapi/strapi';

interface AdminSessions {
  validateAccessToken: (token: string) => { isValid: true; payload: { sessionId: string } } | { isValid: false };
  isSessionActive: (sessionId: string) => Promise<boolean>;
}

/** Whether an `Authorization` header carries the token of an administrator who is signed in at this moment. */
export async function isSignedIn(strapi: Core.Strapi, authorization: string): Promise<boolean> {
  const token = /^bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return false;
  const sessions = (strapi as unknown as { sessionManager: (origin: string) => AdminSessions }).sessionManager('admin');
  const result = sessions.validateAccessToken(token);
  return result.isValid && (await sessions.isSessionActive(result.payload.sessionId));
}
