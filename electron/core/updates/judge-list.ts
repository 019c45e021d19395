/** Whether a list of updates may be followed (shared/updates/update-list.ts). */
import { createPublicKey, verify } from 'node:crypto';
import { isNewer, signedText, type UpdateList } from '../../../shared/updates/update-list.ts';

/** `refused`: it is not signed with the key. `none`: it is ours and has nothing newer, such as an older list shown again. */
export type Judgement = 'newer' | 'none' | 'refused';

/** `publicKey`: PEM. A key or a signature that makes no sense is one that does not fit. */
export function judgeList(list: UpdateList, current: string, publicKey: string): Judgement {
  if (!isSignedWith(list, publicKey)) return 'refused';
  return isNewer(list.version, current) ? 'newer' : 'none';
}

function isSignedWith(list: UpdateList, publicKey: string): boolean {
  if (typeof list.signature !== 'string') return false;
  try {
    const key = createPublicKey(publicKey);
    return verify(null, Buffer.from(signedText(list)), key, Buffer.from(list.signature, 'base64'));
  } catch {
    return false;
  }
}
