import type { IncomingMessage } from 'node:http';

import type { Core } from '@strapi/strapi';

import { bearerToken, hasSiteToken, isSiteToken } from '../../access/site-token';
import { env } from '../../env';
import { Refusal } from '../guard/refusal';

import { addressOf, clientOf, isLoopback } from './address';
import { apiTokens } from './api-tokens';
import type { Allowance } from './token-bucket';

/** Who asks, as far as it matters for how much may be asked. */
export interface Client {
  /** The same for all requests of one client. */
  key: string;
  /** Null for the site itself, which is never limited. */
  allowance: Allowance | null;
  /** Whether nothing but an address is known of it. */
  isStranger: boolean;
}

/** In cost units: an unknown client may fetch about 80 whole articles at once and 80 more each minute. */
const anonymous: Allowance = { capacity: 6_000, perSecond: 100 };
const known: Allowance = { capacity: 60_000, perSecond: 2_000 };

/** What looking up a token that does not exist costs the one who shows it. */
const WRONG_TOKEN = 100;

/**
 * Tells clients apart: the site by its token, a registered app by its API token, anybody else by network address.
 * The returned function removes the credential from the request, so that nothing after it judges it a second time.
 * @throws {Refusal} for a credential that is not valid; a wrong one never silently counts as none
 */
export function clientsOf(
  strapi: Core.Strapi,
  charge: (client: Client, units: number) => void,
): (request: IncomingMessage) => Client | Promise<Client> {
  const { TRUSTED_PROXY_HEADER } = env();
  const findToken = apiTokens(strapi);

  const byToken = async (authorization: string, stranger: Client): Promise<Client> => {
    const token = bearerToken(authorization);
    if (token === undefined) throw new Refusal(401, 'TOKEN_INVALID', 'Send an API token as "Authorization: Bearer …".');
    if (isSiteToken(token)) return { key: 'site', allowance: null, isStranger: false };
    const found = await findToken(token);
    if (found) return { key: `token ${found.id}`, allowance: known, isStranger: false };
    charge(stranger, WRONG_TOKEN);
    throw new Refusal(401, 'TOKEN_INVALID', 'The API token is not valid.');
  };

  return (request) => {
    const address = addressOf(request.socket.remoteAddress, request.headers, TRUSTED_PROXY_HEADER);
    // Without a token nothing tells the site apart from its neighbors on the same machine.
    const isSite = !hasSiteToken() && isLoopback(address);
    const stranger: Client = { key: clientOf(address), allowance: isSite ? null : anonymous, isStranger: !isSite };
    const { authorization } = request.headers;
    if (authorization === undefined) return stranger;
    delete request.headers.authorization;
    return byToken(authorization, stranger);
  };
}
