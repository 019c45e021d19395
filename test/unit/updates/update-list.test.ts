import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewer, signedText } from '../../../shared/updates/update-list.ts';

/** Each is newer than those before it; the pre-releases are the example of semver.org §11. */
const ascending = [
  '0.1.0',
  '0.1.1',
  '0.2.0',
  '0.10.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
];

describe('which version is newer', () => {
  it('by the order of semantic versions', () => {
    for (const [at, a] of ascending.entries())
      for (const [other, b] of ascending.entries()) expect(isNewer(a, b), `${a} > ${b}`).toBe(at > other);
  });

  it.each(['', 'v1.0.0', '1.0', '1.0.0.0', 'latest', '99999999999.0.0', '1.0.0 ', '../1.0.0'])(
    '"%s" never is',
    (text) => {
      expect([isNewer(text, '0.1.0'), isNewer('1.0.0', text)]).toEqual([false, false]);
    },
  );

  it('what was built from the same version again is not', () => expect(isNewer('1.0.0+2', '1.0.0+1')).toBe(false));
});

describe('what is signed', () => {
  const file = fc.record({ url: fc.stringMatching(/^[\w.-]{1,12}$/), sha512: fc.base64String({ maxLength: 12 }) });
  const list = fc.record({ version: fc.constantFrom(...ascending), files: fc.array(file, { maxLength: 4 }) });
  const sorted = (files: readonly { url: string; sha512: string }[]): string[] =>
    files.map(({ url, sha512 }) => `${url} ${sha512}`).toSorted();

  it('is the same for the same content only', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const isSame = a.version === b.version && JSON.stringify(sorted(a.files)) === JSON.stringify(sorted(b.files));
        expect(signedText(a) === signedText(b)).toBe(isSame);
        expect(signedText({ ...a, files: a.files.toReversed() })).toBe(signedText(a));
      }),
    );
  });
});
