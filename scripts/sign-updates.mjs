/**
 * `node scripts/sign-updates.mjs FOLDER`: signs the lists of updates in it (`latest*.yml`) with the key in LATCHKEY_UPDATE_KEY
 * (Ed25519, PEM). Without a key it says so and leaves them: Latchkey takes no update from such a list.
 * A new key: `openssl genpkey -algorithm ed25519`. Versions that are out know only the one they were built with.
 */
import { sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { signedText } from '../shared/updates/update-list.ts';

/** The list with its signature as the last line. Throws if it is signed already. */
export function signList(text, privateKey) {
  const list = parse(text);
  if (list.signature !== undefined) throw new Error('This list of updates is signed already.');
  const signature = sign(null, Buffer.from(signedText(list)), privateKey).toString('base64');
  return `${text.trimEnd()}\nsignature: ${signature}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  const key = process.env.LATCHKEY_UPDATE_KEY;
  if (folder === undefined) throw new Error('Usage: node scripts/sign-updates.mjs FOLDER');
  const names = readdirSync(folder).filter((name) => /^latest.*\.yml$/.test(name));
  if (names.length === 0) throw new Error(`There is no list of updates in ${folder}.`);
  if (key) {
    for (const name of names)
      writeFileSync(join(folder, name), signList(readFileSync(join(folder, name), 'utf8'), key));
    process.stdout.write(`Signed ${names.join(', ')}.\n`);
  } else {
    process.stdout.write('There is no LATCHKEY_UPDATE_KEY: this release will not update itself.\n');
  }
}
