/** The files behind attachments: drawn, so that the practice workspace needs none on disk. */
import { crc32, deflateSync } from 'node:zlib';
import { notFound } from './http.ts';
import type { Answer } from './http.ts';
import type { Practice } from './practice.ts';
import type { Attachment } from './state.ts';

const width = 320;
const height = 240;

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** One channel (0–255) of a fully saturated hue; `shift` is 0 for red, 8 for green, 4 for blue. */
function channel(hue: number, light: number, shift: number): number {
  const k = (shift + hue / 30) % 12;
  const spread = 0.45 * Math.min(light, 1 - light);
  return Math.round(255 * (light - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
}

/** A PNG of a parcel on a floor, tinted by `hue` (degrees): recognisable as a photo at any size. */
export function drawPicture(hue: number): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const isParcel = x > 70 && x < 250 && y > 70 && y < 190;
      const isTape = isParcel && Math.abs(x - 160) < 12;
      const light = isTape ? 0.85 : isParcel ? 0.55 - (x - 70) / 1200 : 0.22 + y / 600;
      const tint = isParcel ? 30 : hue;
      for (const [offset, shift] of [0, 8, 4].entries()) row[1 + x * 3 + offset] = channel(tint, light, shift);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.concat(rows));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** The smallest PDF that viewers open. */
const document =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const samplesPerSecond = 8_000;

/** A WAV of a few rising tones: a voice message one can hear. */
export function playMelody(seconds: number): Buffer {
  const samples = Buffer.alloc(samplesPerSecond * seconds);
  for (let at = 0; at < samples.length; at += 1) {
    const step = Math.floor((at / samplesPerSecond) * 4) % 8;
    const angle = (2 * Math.PI * 220 * 2 ** (step / 8) * at) / samplesPerSecond;
    samples[at] = 128 + Math.round(40 * Math.sin(angle));
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  // PCM, one channel, one byte for each sample.
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** The address in a message leads on to where the bytes are, as ActiveStorage's does. No sign-in is needed for either. */
export function answerFile(practice: Practice, path: string): Answer {
  const [, step, id, name] = /^\/rails\/active_storage\/(blobs\/redirect|disk)\/(\d+)\/([^/]*)$/.exec(path) ?? [];
  if (id === undefined) return notFound;
  if (step === 'disk') return getFile(practice, Number(id));
  return { status: 302, body: null, headers: { location: `/rails/active_storage/disk/${id}/${name ?? ''}` } };
}

function getFile(practice: Practice, id: number): Answer {
  for (const message of practice.state.messages) {
    const attachment = message.attachments.find((other) => other.id === id);
    if (attachment !== undefined) return fileAnswer(attachment);
  }
  return notFound;
}

function fileAnswer({ source }: Attachment): Answer {
  switch (source.kind) {
    case 'picture':
      return { status: 200, body: drawPicture(source.hue), headers: { 'content-type': 'image/png' } };
    case 'document':
      return { status: 200, body: document, headers: { 'content-type': 'application/pdf' } };
    case 'tone':
      return { status: 200, body: playMelody(source.seconds), headers: { 'content-type': 'audio/wav' } };
    case 'uploaded':
      return {
        status: 200,
        body: Buffer.from(source.base64, 'base64'),
        // Whatever was uploaded is handed back as a download, never as a page.
        headers: {
          'content-type': source.contentType,
          'content-disposition': 'attachment',
          'x-content-type-options': 'nosniff',
        },
      };
  }
}
