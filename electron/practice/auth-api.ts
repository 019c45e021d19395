/** Who asks (chatwoot-api §1, §8.4). */
import { createHash, randomBytes } from 'node:crypto';
import { asRecord, asString, fail, ok } from './http.ts';
import type { Answer, Request } from './http.ts';
import { accountId, practicePassword, userById } from './practice.ts';
import type { Practice } from './practice.ts';
import { restProfile } from './render-rest.ts';
import { iso } from './render-push.ts';
import type { User } from './state.ts';

/** Two months, as devise_token_auth is set up there. */
const sessionMs = 61 * 24 * 60 * 60 * 1000;
const mostSessions = 25;

const header = (request: Request, name: string): string | null => asString(request.headers[name]);
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A token in either spelling wins over session headers, as in access_token_auth_helper.rb. */
export function authenticate(practice: Practice, request: Request): User | Answer {
  const apiToken = header(request, 'api_access_token') ?? header(request, 'api-access-token');
  if (apiToken !== null) {
    return practice.state.users.find((user) => user.accessToken === apiToken) ?? fail(401, 'Invalid Access Token');
  }
  return sessionUser(practice, request) ?? notSignedIn;
}

const notSignedIn: Answer = {
  status: 401,
  body: { errors: ['You need to sign in or sign up before continuing.'] },
};

function sessionUser(practice: Practice, request: Request): User | null {
  const token = header(request, 'access-token');
  const client = header(request, 'client');
  const uid = header(request, 'uid');
  if (token === null || client === null || uid === null) return null;
  const session = practice.state.sessions.find((other) => other.client === client && other.token === digest(token));
  const user = session === undefined ? undefined : userById(practice, session.userId);
  const isValid = session !== undefined && user?.email === uid && session.expiresAt > practice.clock.now();
  return isValid ? (user ?? null) : null;
}

export const isAnswer = (value: User | Answer): value is Answer => 'body' in value;

/** Account 1 is the practice account; nobody is a member of account 2, any other does not exist. */
export function checkAccount(id: string): Answer | null {
  if (id === String(accountId)) return null;
  return id === '2'
    ? fail(401, 'You are not authorized to access this account')
    : fail(404, 'Resource could not be found');
}

export function signIn(practice: Practice, request: Request): Answer {
  const body = asRecord(request.body);
  const email = (asString(body['email']) ?? '').trim().toLowerCase();
  const user = practice.state.users.find((other) => other.email === email);
  if (user === undefined || body['password'] !== practicePassword) {
    return { status: 401, body: { success: false, errors: ['Invalid login credentials. Please try again.'] } };
  }
  const token = randomBytes(16).toString('base64url');
  const client = randomBytes(16).toString('base64url');
  const expiresAt = practice.clock.now() + sessionMs;
  const own = practice.state.sessions.filter((session) => session.userId === user.id).slice(1 - mostSessions);
  const others = practice.state.sessions.filter((session) => session.userId !== user.id);
  practice.state.sessions = [...others, ...own, { userId: user.id, client, token: digest(token), expiresAt }];
  practice.changed();
  const headers = {
    'access-token': token,
    'token-type': 'Bearer',
    client,
    expiry: String(Math.floor(expiresAt / 1000)),
    uid: user.email,
  };
  const authorization = `Bearer ${Buffer.from(JSON.stringify(headers)).toString('base64')}`;
  return ok({ data: restProfile(practice, user) }, { ...headers, authorization });
}

export function signOut(practice: Practice, request: Request): Answer {
  const client = header(request, 'client');
  if (sessionUser(practice, request) === null) {
    return { status: 404, body: { success: false, errors: ['User was not found or was not logged in.'] } };
  }
  practice.state.sessions = practice.state.sessions.filter((session) => session.client !== client);
  practice.changed();
  return ok({ success: true });
}

export function validateToken(practice: Practice, request: Request): Answer {
  const user = sessionUser(practice, request);
  if (user === null) return { status: 401, body: { success: false, errors: ['Invalid login credentials'] } };
  const createdAt = iso(practice.clock.now());
  return ok({ payload: { success: true, data: { ...restProfile(practice, user), created_at: createdAt } } });
}
