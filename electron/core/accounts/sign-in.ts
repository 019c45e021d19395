/**
 * Signing in, step by step. What was proved so far stays here in memory for five minutes and is named by a challenge; the
 * page holds no more than that. A password is passed on once and kept nowhere.
 */
import type { SignInAnswer, SignInWith } from '../../../shared/contract/accounts.ts';
import { CallError, type ErrorCode } from '../../../shared/contract/errors.ts';
import { parseServerAddress } from '../../../shared/accounts/server-address.ts';
import { ConnectorError, type ConnectorErrorKind } from '../connectors/connector.ts';
import type { Person, SignInServer } from '../connectors/sign-in-server.ts';
import type { Clock, Log, Random, Timer } from '../ports.ts';

const challengeMs = 5 * 60_000;

/** One person in one account of one server: what a workspace is. */
export interface Identity {
  readonly serverUrl: string;
  readonly token: string;
  readonly accountId: number;
  readonly accountName: string;
  readonly agentId: number;
  readonly agentName: string;
}

export interface SignInPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly server: SignInServer;
  /** Whether the organisation lets people sign in there. */
  readonly maySignIn: (serverUrl: string) => boolean;
  /** Makes it a workspace of this computer and answers its id. */
  readonly enter: (identity: Identity, stay: boolean) => Promise<string>;
}

type Step =
  | { readonly kind: 'code'; readonly serverUrl: string; readonly ticket: string }
  | { readonly kind: 'account'; readonly serverUrl: string; readonly person: Person };

export interface SignIn {
  /** Errors: sign-in-refused, unreachable, rate-limited, not-chatwoot, bad-request, policy. */
  proceed(request: { serverUrl: string; with: SignInWith; stay: boolean }): Promise<SignInAnswer>;
  /** Forgets every challenge. */
  stop(): void;
}

export function createSignIn(ports: SignInPorts): SignIn {
  const challenges = new Map<string, { readonly step: Step; readonly timer: Timer }>();

  function challenge(step: Step): string {
    const id = ports.random.uuid();
    const timer = ports.clock.schedule(challengeMs, () => challenges.delete(id));
    timer.unref?.();
    challenges.set(id, { step, timer });
    return id;
  }
  function recall<K extends Step['kind']>(id: string, kind: K): Extract<Step, { kind: K }> {
    const step = challenges.get(id)?.step;
    if (step?.kind === kind) return step as Extract<Step, { kind: K }>;
    throw new CallError('sign-in-refused', 'This sign-in took too long; begin again.');
  }
  function settle(id: string): void {
    challenges.get(id)?.timer.cancel();
    challenges.delete(id);
  }
  async function welcome(serverUrl: string, person: Person, stay: boolean): Promise<SignInAnswer> {
    const [first, second] = person.accounts;
    if (first !== undefined && second === undefined) return enter(serverUrl, person, first.id, stay);
    const accounts = person.accounts.map(({ id, name }) => ({ id, name }));
    return { kind: 'choose-account', challenge: challenge({ kind: 'account', serverUrl, person }), accounts };
  }
  async function enter(serverUrl: string, person: Person, accountId: number, stay: boolean): Promise<SignInAnswer> {
    const account = person.accounts.find(({ id }) => id === accountId);
    if (account === undefined) throw new CallError('bad-request', 'This person has no such account.');
    const { token, agentId, agentName } = person;
    const identity = { serverUrl, token, accountId, accountName: account.name, agentId, agentName };
    return { kind: 'signed-in', workspaceId: await ports.enter(identity, stay) };
  }

  return {
    async proceed({ serverUrl: typed, with: proof, stay }) {
      const { server } = ports;
      switch (proof.kind) {
        case 'token': {
          const serverUrl = addressOf(typed, ports);
          return welcome(serverUrl, await asking(ports, () => server.withToken(serverUrl, proof.token)), stay);
        }
        case 'password': {
          const serverUrl = addressOf(typed, ports);
          const answer = await asking(ports, () => server.withPassword(serverUrl, proof.email, proof.password));
          if (answer.kind === 'person') return welcome(serverUrl, answer.person, stay);
          return { kind: 'needs-code', challenge: challenge({ kind: 'code', serverUrl, ticket: answer.ticket }) };
        }
        case 'code': {
          const { serverUrl, ticket } = recall(proof.challenge, 'code');
          const person = await asking(ports, () => server.withCode(serverUrl, ticket, proof.code));
          settle(proof.challenge);
          return welcome(serverUrl, person, stay);
        }
        case 'account': {
          const { serverUrl, person } = recall(proof.challenge, 'account');
          const answer = await enter(serverUrl, person, proof.accountId, stay);
          settle(proof.challenge);
          return answer;
        }
      }
    },
    stop() {
      for (const id of challenges.keys()) settle(id);
    },
  };
}

/** Refused before anybody is asked: no password goes to a server that the organisation does not name. */
function addressOf(typed: string, { maySignIn }: SignInPorts): string {
  const address = parseServerAddress(typed);
  if (!address.ok) throw new CallError('bad-request', `The address of the server is ${address.why}.`);
  if (!maySignIn(address.url)) throw new CallError('policy', 'The organisation does not name this server.');
  return address.url;
}

/** In the terms of the contract: the server said no, wants a pause, is none of ours, or could not be asked. */
async function asking<T>({ log }: SignInPorts, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    // Not the server's own words: they may repeat what was typed.
    log.write('info', 'sign-in failed', { kind: error.kind, status: error.status });
    throw new CallError(codeOf(error.kind), error.message);
  }
}

function codeOf(kind: ConnectorErrorKind): ErrorCode {
  switch (kind) {
    case 'signed-out':
    case 'forbidden':
    case 'rejected':
      return 'sign-in-refused';
    case 'rate-limited':
      return 'rate-limited';
    // Something else lives at this address, or the network we are in answers in its place.
    case 'not-found':
    case 'bad-response':
    case 'captive-portal':
      return 'not-chatwoot';
    case 'offline':
    case 'timeout':
    case 'proxy':
    case 'server':
    case 'unknown-upload':
      return 'unreachable';
  }
}
