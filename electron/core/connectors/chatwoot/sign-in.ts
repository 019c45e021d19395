/** Signing in to Chatwoot (chatwoot-api §1). */
import { z } from 'zod';
import type { Clock, FetchLike } from '../../ports.ts';
import { ConnectorError } from '../connector.ts';
import type { Person, SignInServer } from '../sign-in-server.ts';
import { RestProfile } from './rest-shapes.ts';
import { createRest, type Rest } from './rest.ts';
import { nameOf } from './to-records.ts';

const MfaRequired = z.object({ mfa_required: z.literal(true), mfa_token: z.string() });

/**
 * The body already holds the person's permanent access token. The session that its headers offer is not used: it would
 * end after two months and with every change of the password.
 */
const SignedIn = z.object({ data: RestProfile.extend({ access_token: z.string().min(1) }) });

export interface ChatwootSignInOptions {
  readonly fetch: FetchLike;
  readonly clock: Clock;
}

export function createChatwootSignIn(options: ChatwootSignInOptions): SignInServer {
  const rest = (serverUrl: string, token = ''): Rest =>
    createRest({ ...options, serverUrl, token, onAnswered: () => undefined });
  const path = '/auth/sign_in';
  return {
    async withToken(serverUrl, token) {
      const { value } = await rest(serverUrl, token).exchange({ path: '/api/v1/profile' }, RestProfile);
      return personOf(value, token);
    },
    async withPassword(serverUrl, email, password) {
      const request = { path, body: { email, password }, anonymous: true };
      const { value } = await rest(serverUrl).exchange(request, z.union([MfaRequired, SignedIn]));
      if ('mfa_token' in value) return { kind: 'needs-code', ticket: value.mfa_token };
      return { kind: 'person', person: personOf(value.data, value.data.access_token) };
    },
    async withCode(serverUrl, ticket, code) {
      const body = { mfa_token: ticket, ...proofOf(code) };
      const { value } = await rest(serverUrl).exchange({ path, body, anonymous: true }, SignedIn);
      return personOf(value.data, value.data.access_token);
    },
  };
}

/** An authenticator app shows six digits, often in two groups; backup codes are longer or have letters. */
function proofOf(code: string): { otp_code: string } | { backup_code: string } {
  const digits = code.replaceAll(/\s/g, '');
  return /^\d{6}$/.test(digits) ? { otp_code: digits } : { backup_code: code };
}

function personOf(profile: z.infer<typeof RestProfile>, token: string): Person {
  if (profile.accounts.length === 0) throw new ConnectorError('forbidden', 'no', 200, 'a member of no account');
  return {
    token,
    agentId: profile.id,
    agentName: nameOf(profile),
    accounts: profile.accounts.map(({ id, name }) => ({ id, name })),
  };
}
