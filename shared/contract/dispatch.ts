/** The core's side of the contract: finds whose call it is, parses the payload, calls the handler, maps errors to codes. */
import { WorkspaceId } from './accounts.ts';
import { contract, type CallName, type Handlers } from './contract.ts';
import { CallError } from './errors.ts';
import { isAppWide } from './routing.ts';
import type { Reply } from './wire.ts';

export interface DispatchOptions {
  /** Called with every error that is a bug or a refusal of the store, with the call's name; never with user text. */
  readonly onError: (name: string, error: unknown) => void;
  /** Also parse answers. On in development and tests; off in the product, where the compiler has to do. */
  readonly checkAnswers: boolean;
}

/** Whoever has calls of several owners. */
export interface CallTarget {
  /** Null: the app's own. Answers null for a workspace that is not there. */
  handlersOf(workspace: string | null): Partial<Handlers> | null;
}

/** A call as it came over a wire: nothing of it has been looked at. */
export interface WireCall {
  readonly workspace: unknown;
  readonly name: unknown;
  readonly payload: unknown;
}

/** A call of one workspace is answered by that workspace or not at all; one of the app names none. */
export async function dispatchTo(target: CallTarget, call: WireCall, options: DispatchOptions): Promise<Reply> {
  const { workspace, name, payload } = call;
  if (!isCallName(name)) return badRequest('There is no such call.');
  if (isAppWide(name) !== (workspace === null)) {
    return badRequest(workspace === null ? 'This call belongs to a workspace.' : 'This call belongs to no workspace.');
  }
  const owner = WorkspaceId.nullable().safeParse(workspace);
  if (!owner.success) return badRequest('This is no name of a workspace.');
  const handlers = target.handlersOf(owner.data);
  if (handlers === null) return refusal('not-found', 'There is no such workspace on this computer.');
  return dispatch(handlers, name, payload, options);
}

export async function dispatch(
  handlers: Partial<Handlers>,
  name: unknown,
  payload: unknown,
  options: DispatchOptions,
): Promise<Reply> {
  if (!isCallName(name)) return badRequest('There is no such call.');
  const handler = handlers[name] as ((args: unknown) => Promise<unknown>) | undefined;
  if (handler === undefined) return badRequest('This call is answered elsewhere.');
  const definition = contract.calls[name];
  const parsed = definition.in.safeParse(payload);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'payload'}: ${issue.message}`);
    return badRequest(where.join('; '));
  }
  try {
    const value = await handler(parsed.data);
    return { ok: true, value: options.checkAnswers ? definition.out.parse(value) : value };
  } catch (error) {
    if (error instanceof CallError) {
      if (error.code === 'internal' || error.code === 'storage') options.onError(name, error);
      return refusal(error.code, error.message);
    }
    options.onError(name, error);
    return refusal('internal', 'Something went wrong inside Latchkey.');
  }
}

/** Own property only: `constructor` and `__proto__` are not calls. */
function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract.calls, name);
}

function refusal(code: CallError['code'], detail: string): Reply {
  return { ok: false, error: { code, detail } };
}

function badRequest(detail: string): Reply {
  return refusal('bad-request', detail);
}
