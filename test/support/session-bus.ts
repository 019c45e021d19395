/**
 * A session bus of its own, with whoever a test puts on it: `dbus-daemon`, and as much of the wire protocol as a service needs that
 * answers calls with fixed values. https://dbus.freedesktop.org/doc/dbus-specification.html
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** `as`: an array of strings; `v-…`: what a property holds. `error`: its name. */
export type Answer =
  | { readonly signature: 'v-b'; readonly value: boolean }
  | { readonly signature: 'v-as' | 'as'; readonly value: readonly string[] }
  | { readonly signature: 'error'; readonly value: string };

/** By member, or by the name of the property. */
export type Answers = Readonly<Record<string, Answer>>;

export interface SessionBus {
  readonly address: string;
  /** Puts a service on the bus. It reads `answers` anew for each call. */
  offer(name: string, answers: () => Answers): Promise<void>;
  close(): Promise<void>;
}

/** Rejects with `code: 'ENOENT'` where there is no `dbus-daemon`. */
export async function startSessionBus(): Promise<SessionBus> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const failed = once(daemon, 'error').then(([error]) => Promise.reject(error as Error));
  const [line] = (await Promise.race([once(daemon.stdout, 'data'), failed])) as [Buffer];
  failed.catch(() => undefined);
  const address = line.toString('utf8').trim();
  const sockets: Socket[] = [];
  return {
    address,
    async offer(name, answers) {
      const path = /unix:(?:path|abstract)=([^,]+)/.exec(address)?.[1] ?? '';
      const socket = connect(address.includes('abstract=') ? `\0${path}` : path);
      sockets.push(socket);
      await serve(socket, name, answers);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      daemon.kill('SIGKILL');
      await once(daemon, 'exit');
    },
  };
}

class Writer {
  #bytes: number[] = [];
  get length(): number {
    return this.#bytes.length;
  }
  pad(to: number): this {
    while (this.#bytes.length % to !== 0) this.#bytes.push(0);
    return this;
  }
  byte(value: number): this {
    this.#bytes.push(value);
    return this;
  }
  u32(value: number): this {
    this.pad(4);
    this.#bytes.push(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255);
    return this;
  }
  string(text: string): this {
    const bytes = Buffer.from(text);
    this.u32(bytes.length);
    this.#bytes.push(...bytes, 0);
    return this;
  }
  signature(text: string): this {
    this.#bytes.push(text.length, ...Buffer.from(text), 0);
    return this;
  }
  strings(list: readonly string[]): this {
    const inner = new Writer();
    // Strings are aligned to four, and so is the array's own first byte.
    for (const text of list) inner.string(text);
    this.u32(inner.length);
    this.#bytes.push(...inner.#bytes);
    return this;
  }
  raw(bytes: Writer): this {
    this.#bytes.push(...bytes.#bytes);
    return this;
  }
  done(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

type Field = readonly [code: number, signature: 'o' | 's' | 'g' | 'u', value: string | number];

let serial = 0;

function message(type: number, fields: readonly Field[], body: Writer): Buffer {
  serial += 1;
  const head = new Writer().byte(0x6c).byte(type).byte(0).byte(1).u32(body.length).u32(serial);
  const list = new Writer();
  for (const [code, signature, value] of fields) {
    list.pad(8).byte(code).signature(signature);
    if (typeof value === 'number') list.u32(value);
    else if (signature === 'g') list.signature(value);
    else list.string(value);
  }
  // The header is 16 bytes up to the list of fields, so its own alignment goes on from there.
  head.u32(list.length).raw(list).pad(8).raw(body);
  return head.done();
}

function toDaemon(member: string, signature: string, body: Writer): Buffer {
  const bus = 'org.freedesktop.DBus';
  const fields: Field[] = [
    [1, 'o', '/org/freedesktop/DBus'],
    [2, 's', bus],
    [3, 's', member],
    [6, 's', bus],
  ];
  return message(1, signature === '' ? fields : [...fields, [8, 'g', signature]], body);
}

interface Received {
  readonly type: number;
  readonly serial: number;
  readonly replySerial: number;
  readonly member: string;
  readonly sender: string;
  readonly body: Buffer;
}

/** The first whole message, and how long it is; null: not all of it is there yet. Everybody here writes little-endian. */
function read(buffer: Buffer): { readonly message: Received; readonly length: number } | null {
  if (buffer.length < 16) return null;
  const fieldsEnd = 16 + buffer.readUInt32LE(12);
  const bodyAt = Math.ceil(fieldsEnd / 8) * 8;
  const length = bodyAt + buffer.readUInt32LE(4);
  if (buffer.length < length) return null;
  const fields = new Map<number, string | number>();
  for (let at = 16; at < fieldsEnd;) {
    at = Math.ceil(at / 8) * 8;
    const code = buffer[at] ?? 0;
    const signature = String.fromCharCode(buffer[at + 2] ?? 0);
    at += 4;
    if (signature === 'u') {
      fields.set(code, buffer.readUInt32LE(at));
      at += 4;
    } else {
      const size = signature === 'g' ? (buffer[at] ?? 0) : buffer.readUInt32LE(at);
      const from = at + (signature === 'g' ? 1 : 4);
      fields.set(code, buffer.toString('utf8', from, from + size));
      at = from + size + 1;
    }
  }
  const text = (code: number): string => String(fields.get(code) ?? '');
  const message = {
    type: buffer[1] ?? 0,
    serial: buffer.readUInt32LE(8),
    replySerial: Number(fields.get(5) ?? 0),
    member: text(3),
    sender: text(7),
    body: buffer.subarray(bodyAt, length),
  };
  return { message, length };
}

/** `Properties.Get(interface, property)`: the second of two strings. */
function propertyIn(body: Buffer): string {
  const at = Math.ceil((4 + body.readUInt32LE(0) + 1) / 4) * 4;
  return body.toString('utf8', at + 4, body.length - 1);
}

function answerTo({ serial: to, sender, member, body }: Received, answers: Answers): Buffer {
  const asked = member === 'Get' ? propertyIn(body) : member;
  const fields: Field[] = [
    [5, 'u', to],
    [6, 's', sender],
  ];
  const answer = answers[asked] ?? { signature: 'error', value: 'org.freedesktop.DBus.Error.UnknownMethod' };
  if (answer.signature === 'error') return message(3, [...fields, [4, 's', answer.value]], new Writer());
  const writer = new Writer();
  if (answer.signature === 'v-b') return reply('v', writer.signature('b').u32(answer.value ? 1 : 0));
  if (answer.signature === 'v-as') return reply('v', writer.signature('as').strings(answer.value));
  return reply('as', writer.strings(answer.value));

  function reply(signature: string, value: Writer): Buffer {
    return message(2, [...fields, [8, 'g', signature]], value);
  }
}

/** Resolves when the name is ours. */
function serve(socket: Socket, name: string, answers: () => Answers): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let buffer = Buffer.alloc(0);
  let isIn = false;
  let naming = 0;
  socket.on('error', reject);
  const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`);
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    if (!isIn) {
      if (!buffer.includes('\r\n')) return;
      if (!buffer.toString('latin1').startsWith('OK ')) reject(new Error(`the bus said ${buffer.toString('latin1')}`));
      buffer = buffer.subarray(buffer.indexOf('\r\n') + 2);
      isIn = true;
      socket.write('BEGIN\r\n');
      socket.write(toDaemon('Hello', '', new Writer()));
      socket.write(toDaemon('RequestName', 'su', new Writer().string(name).u32(0)));
      naming = serial;
    }
    for (let next = read(buffer); next !== null; next = read(buffer)) {
      buffer = buffer.subarray(next.length);
      const { message: got } = next;
      if (got.type === 1) socket.write(answerTo(got, answers()));
      else if (got.replySerial === naming) resolve();
    }
  });
  return promise;
}
