/** Who asks (chatwoot-api §1, §8.4). */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { asRecord, asString, fail, ok } from './http.ts';
import type { Answer, Request } from './http.ts';
import { accountId, practicePassword, userById } from './practice.ts';
import type { Practice } from './practice.ts';
import { restProfile } from './render-rest.ts';
import { iso } from './render-push.ts';
import { userIds } from './seed/people.ts';
import type { User } from './state.ts';

/** Two months, as devise_token_auth is set up there. */
const sessionMs = 61 * 24 * 60 * 60 * 1000;
const mostSessions = 25;

/** rack_attack.rb, `login/ip`: every attempt counts, also one that succeeds. */
const attemptsMs = 5 * 60 * 1000;
const mostAttempts = 5;

/** One agent has a second factor, so that it can be practised. An authenticator app would show another code each time. */
const agentWithMfa: number = userIds.jonas;
export const practiceOtp = '246810';
export const practiceBackupCode = 'a1b2c3d4e5';
const mfaMs = 5 * 60 * 1000;

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

/** Email and password, or the token that those gave and the second proof (sessions_controller.rb). */
export function signIn(practice: Practice, request: Request): Answer {
  if (!mayTry(practice)) return { status: 429, body: 'Retry later\n' };
  const body = asRecord(request.body);
  const mfaToken = asString(body['mfa_token']);
  if (mfaToken !== null) return signInWithCode(practice, mfaToken, body);
  const email = (asString(body['email']) ?? '').trim().toLowerCase();
  const user = practice.state.users.find((other) => other.email === email);
  if (user === undefined || body['password'] !== practicePassword) {
    return { status: 401, body: { success: false, errors: ['Invalid login credentials. Please try again.'] } };
  }
  if (user.id !== agentWithMfa) return welcome(practice, user);
  const until = practice.clock.now() + mfaMs;
  return { status: 206, body: { mfa_required: true, mfa_token: mfaTokenOf(user, until) } };
}

function mayTry({ signInAttempts, clock }: Practice): boolean {
  const now = clock.now();
  while (signInAttempts[0] !== undefined && signInAttempts[0] <= now - attemptsMs) signInAttempts.shift();
  if (signInAttempts.length >= mostAttempts) return false;
  signInAttempts.push(now);
  return true;
}

function signInWithCode(practice: Practice, mfaToken: string, body: Readonly<Record<string, unknown>>): Answer {
  const [id, until] = mfaToken.split('.').map(Number);
  const user = userById(practice, id ?? null);
  const isGood = user !== undefined && until !== undefined && mfaToken === mfaTokenOf(user, until);
  if (!isGood || until <= practice.clock.now()) return fail(401, 'Invalid or expired MFA token');
  const isProved = body['otp_code'] === practiceOtp || body['backup_code'] === practiceBackupCode;
  return isProved ? welcome(practice, user) : fail(400, 'Invalid credentials or verification code');
}

/** Says who and until when, signed; nothing has to be remembered for it. */
function mfaTokenOf(user: User, until: number): string {
  const words = `${user.id}.${until}`;
  return `${words}.${createHmac('sha256', user.accessToken).update(words).digest('base64url')}`;
}

function welcome(practice: Practice, user: User): Answer {
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
