import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileType, headBytes } from '../../../shared/files/file-type.ts';
import { mostCaptionCharacters, planMessages } from '../../../shared/files/plan.ts';
import { describeProblem, fileProblem, mostServerBytes, type Destination } from '../../../shared/files/rules.ts';

const mb = 1024 * 1024;
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('what a file is', () => {
  test.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'holiday.txt', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'a', 'image/png'],
    ['GIF89a', 'a', 'image/gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'a.png', 'image/webp'],
    ['RIFF\x24\0\0\0WAVEfmt ', 'a', 'audio/wav'],
    ['%PDF-1.7\n', 'a.exe', 'application/pdf'],
    ['\0\0\0\x20ftypisom\0\0\x02\0', 'a', 'video/mp4'],
    ['\0\0\0\x20ftypM4A \0\0\x02\0', 'a.mp4', 'audio/mp4'],
    ['\0\0\0\x18ftyp3gp4', 'a', 'video/3gpp'],
    ['\0\0\0\x18ftypheic', 'a.jpg', 'image/heic'],
    ['\0\0\0\x14ftypqt  ', 'a.mp4', 'video/quicktime'],
    ['OggS\0\x02........................OpusHead', 'a', 'audio/ogg'],
    ['OggS\0\x02........................\x01vorbis', 'a.ogg', 'application/ogg'],
    ['ID3\x04\0', 'a', 'audio/mpeg'],
    ['\xff\xfb\x90\x64', 'a', 'audio/mpeg'],
    ['\xff\xf1\x50\x80', 'a', 'audio/aac'],
    ['#!AMR\n', 'a', 'audio/amr'],
    ['\x1aE\xdf\xa3\x9f', 'a', 'video/webm'],
    ['PK\x03\x04\x14\0', 'Offer.DOCX', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['PK\x03\x04\x14\0', 'archive.zip', 'application/zip'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old.xls', 'application/vnd.ms-excel'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old.msi', 'application/octet-stream'],
    ['order;amount\n17;3\n', 'a.jpg', 'text/plain'],
    ['gr\xc3\xbc\xc3\x9fe', 'a', 'text/plain'],
    ['gr\xfcn \xff', 'a.txt', 'application/octet-stream'],
    ['MZ\x90\0\x03', 'a.pdf', 'application/octet-stream'],
    ['<?xml version="1.0"?><svg onload="x()">', 'a.png', 'image/svg+xml'],
    [' <!DOCTYPE html><p>', 'a.txt', 'text/html'],
    ['', 'a.png', 'application/octet-stream'],
  ])('%j named %s is %s', (head, name, type) => {
    expect(fileType(bytes(head), name)).toBe(type);
  });

  test('text that is cut inside a character is still text', () => {
    const long = new TextEncoder().encode(`x${'ü'.repeat(headBytes)}`);
    expect(fileType(long, 'a')).toBe('text/plain');
  });
});

describe('which file may go where', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  test.each<[string, number, Destination, string | null]>([
    ['image/jpeg', 5 * mb, 'whatsapp', null],
    ['image/jpeg', 5 * mb + 1, 'whatsapp', 'too-large'],
    ['image/jpeg', 5 * mb + 1, 'sms', null],
    ['image/gif', 10, 'whatsapp', 'type-not-taken'],
    ['image/gif', 10, 'api', null],
    ['image/webp', 500 * 1024, 'whatsapp', null],
    ['image/webp', 500 * 1024 + 1, 'whatsapp', 'too-large'],
    ['audio/ogg', 16 * mb, 'whatsapp', null],
    ['application/ogg', 10, 'whatsapp', 'type-not-taken'],
    ['video/mp4', 16 * mb + 1, 'whatsapp', 'too-large'],
    [docx, mostServerBytes, 'whatsapp', null],
    [docx, mostServerBytes + 1, 'whatsapp', 'too-large'],
    ['application/zip', 10, 'whatsapp', 'type-not-taken'],
    ['application/zip', mostServerBytes, 'team', null],
    ['application/zip', mostServerBytes + 1, 'team', 'too-large'],
    ['image/jpeg', 0, 'team', 'empty'],
  ])('%s of %i bytes to %s: %s', (type, sizeBytes, to, kind) => {
    const problem = fileProblem({ type, sizeBytes }, to);
    expect(problem?.kind ?? null).toBe(kind);
    if (problem !== null) expect(describeProblem(problem)).toMatch(/\.$/u);
  });
});

describe('which messages text and files become', () => {
  const image = { type: 'image/jpeg' };
  const audio = { type: 'audio/ogg' };
  const pdf = { type: 'application/pdf' };
  const long = 'x'.repeat(mostCaptionCharacters + 1);

  test('the first file carries the text', () => {
    expect(planMessages('Here', [image, pdf], 'whatsapp')).toEqual([
      { text: 'Here', file: image },
      { text: '', file: pdf },
    ]);
  });

  test.each([
    ['a text too long for a caption', long, image],
    ['audio', 'Here', audio],
    ['a sticker', 'Here', { type: 'image/webp' }],
  ])('%s: the text goes first, as a message of its own', (_what, text, file) => {
    expect(planMessages(text, [file, image], 'whatsapp')).toEqual([
      { text, file: null },
      { text: '', file },
      { text: '', file: image },
    ]);
    expect(planMessages(text, [file], 'team')).toEqual([{ text, file }]);
  });

  test('whatever is planned is all of it, in order, once, and WhatsApp takes every caption', () => {
    const file = fc.record({
      type: fc.constantFrom('image/png', 'audio/ogg', 'image/webp', 'video/mp4', 'text/plain'),
    });
    const text = fc.oneof(fc.constant(''), fc.string({ maxLength: 50 }), fc.constant(long));
    const to = fc.constantFrom<Destination>('whatsapp', 'sms', 'api', 'other', 'team');
    fc.assert(
      fc.property(text, fc.array(file, { maxLength: 6 }), to, (words, files, where) => {
        const plan = planMessages(words, files, where);
        expect(plan.map((message) => message.file).filter((one) => one !== null)).toEqual(files);
        expect(plan.map((message) => message.text).join('')).toBe(words);
        expect(plan.findIndex((message) => message.text !== '')).toBeLessThanOrEqual(0);
        for (const message of plan) {
          expect(message.text !== '' || message.file !== null).toBe(true);
          if (where !== 'whatsapp' || message.file === null || message.text === '') continue;
          expect(message.text.length).toBeLessThanOrEqual(mostCaptionCharacters);
          expect(['audio/ogg', 'image/webp']).not.toContain(message.file.type);
        }
      }),
    );
  });
});
