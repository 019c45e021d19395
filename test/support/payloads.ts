/** Payloads for the contract's calls: believable ones made from their schemas, and the same ones spoiled somewhere. */
import { z } from 'zod';
import { contract, type CallName } from '../../shared/contract/contract.ts';
import type { Random } from '../../electron/core/ports.ts';

/** The part of JSON Schema that our schemas become. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly additionalProperties?: Shape | boolean;
}

const shapes = new Map<CallName, Shape>();
export const callNames = Object.keys(contract.calls) as CallName[];

function shapeOf(name: CallName): Shape {
  let shape = shapes.get(name);
  if (shape === undefined) {
    shape = z.toJSONSchema(contract.calls[name].in, { io: 'input', unrepresentable: 'any' }) as Shape;
    shapes.set(name, shape);
  }
  return shape;
}

/** What a call may be given; most of these parse. Ids are small, so that some of them exist. */
export function believable(name: CallName, random: Random): unknown {
  return build(shapeOf(name), random);
}

function build(shape: Shape, random: Random): unknown {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return build(pick(choices, random), random);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return pick(shape.enum, random);
  switch (shape.type ?? 'anything') {
    case 'object':
      return buildObject(shape, random);
    case 'array':
      return Array.from({ length: Math.floor(random.next() * 4) }, () => build(shape.items ?? {}, random));
    case 'string':
      return shape.format === 'uuid' ? random.uuid() : pick(words, random);
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = 40 } = shape;
      return Math.floor(minimum + random.next() * Math.min(40, maximum - minimum + 1));
    }
    case 'boolean':
      return random.next() < 0.5;
    case 'null':
      return null;
    default:
      return pick(hostile, random);
  }
}

function buildObject(shape: Shape, random: Random): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(shape.properties ?? {})) {
    if ((shape.required ?? []).includes(key) || random.next() < 0.7) value[key] = build(inner, random);
  }
  const extra = shape.additionalProperties;
  if (typeof extra === 'object') value[pick(words, random)] = build(extra, random);
  return value;
}

const words = [
  '',
  'a',
  'Hi Mara',
  '1',
  'en',
  'order_update',
  '/assign @ana',
  '%',
  '"',
  '\\',
  '\u0000',
  '😀',
  'مرحبا',
  '日本',
  'x'.repeat(5000),
];

/** What nobody should send. Objects are made anew each time: a receiver may keep what it was given. */
const hostileMakers: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => NaN,
  () => -0,
  () => 2 ** 53,
  () => -1,
  () => 1e308,
  () => '',
  () => '__proto__',
  () => 'constructor',
  () => `' OR 1=1 --`,
  () => '<img src=x onerror=alert(1)>',
  () => '\u202e\u0000\ud800',
  () => 'x'.repeat(200_000),
  () => [],
  () => [[[[[[[[[[]]]]]]]]]],
  () => ({}),
  () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => ({ toString: 1, valueOf: 2, length: -1 }),
  () => Array.from({ length: 300 }, (_, index) => index),
];
const hostile = hostileMakers.map((make) => make());

/** The same payload with one place, or the whole of it, spoiled. */
export function spoiled(payload: unknown, random: Random): unknown {
  const bad = pick(hostileMakers, random)();
  if (typeof payload !== 'object' || payload === null || random.next() < 0.15) return bad;
  const copy = (Array.isArray(payload) ? [...payload] : { ...payload }) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key =
    random.next() < 0.2 || keys.length === 0 ? pick(['__proto__', 'extra', 'constructor'], random) : pick(keys, random);
  const value = random.next() < 0.4 ? spoiled(copy[key], random) : bad;
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

export function pick<T>(list: readonly T[], random: Random): T {
  const chosen = list[Math.floor(random.next() * list.length)];
  if (chosen === undefined && list.length === 0) throw new Error('There is nothing to choose from.');
  return chosen as T;
}
