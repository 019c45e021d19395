/** The core's side of the contract: checks the name, parses the payload, calls the handler, maps errors to codes. */
import { contract, type CallName, type Handlers } from './contract.ts';
import { CallError } from './errors.ts';
import type { Reply } from './wire.ts';

export interface DispatchOptions {
  /** Called with every error that is a bug or a refusal of the store, with the call's name; never with user text. */
  readonly onError: (name: string, error: unknown) => void;
  /** Also parse answers. On in development and tests; off in the product, where the compiler has to do. */
  readonly checkAnswers: boolean;
}

export async function dispatch(
  handlers: Handlers,
  name: unknown,
  payload: unknown,
  options: DispatchOptions,
): Promise<Reply> {
  // Own property only: `constructor` and `__proto__` are not calls.
  if (typeof name !== 'string' || !Object.hasOwn(contract.calls, name)) {
    return { ok: false, error: { code: 'bad-request', detail: 'There is no such call.' } };
  }
  const definition = contract.calls[name as CallName];
  const parsed = definition.in.safeParse(payload);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'payload'}: ${issue.message}`);
    return { ok: false, error: { code: 'bad-request', detail: where.join('; ') } };
  }
  try {
    const handler = handlers[name as CallName] as (args: unknown) => Promise<unknown>;
    const value = await handler(parsed.data);
    return { ok: true, value: options.checkAnswers ? definition.out.parse(value) : value };
  } catch (error) {
    if (error instanceof CallError) {
      if (error.code === 'internal' || error.code === 'storage') options.onError(name, error);
      return { ok: false, error: { code: error.code, detail: error.message } };
    }
    options.onError(name, error);
    return { ok: false, error: { code: 'internal', detail: 'Something went wrong inside Latchkey.' } };
  }
}
