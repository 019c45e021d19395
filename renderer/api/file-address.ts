/** Where the page reads a file. The core gives each address on its own, and takes it back after some hours. */
import { useEffect, useState } from 'react';
import type { Client } from '../../shared/contract/client.ts';
import type { FileRef } from '../../shared/contract/files.ts';
import { useClient } from './client.tsx';

export async function fileAddress(client: Client, file: FileRef): Promise<string> {
  return (await client.call('files.address', { file })).address;
}

/** Undefined: on its way. Null: nothing was asked for, or it cannot be had now. `attempt`: another number asks again. */
export function useFileAddress(file: FileRef | null, attempt = 0): string | null | undefined {
  const client = useClient();
  const id = file === null ? null : 'fileId' in file ? file.fileId : file.attachmentId;
  const wanted = id === null ? null : `${id} ${attempt}`;
  const [answer, setAnswer] = useState<{ readonly to: string; readonly address: string | null } | null>(null);
  useEffect(() => {
    if (id === null || wanted === null) return;
    let isCurrent = true;
    const say = (address: string | null): void => {
      if (isCurrent) setAnswer({ to: wanted, address });
    };
    fileAddress(client, typeof id === 'string' ? { fileId: id } : { attachmentId: id }).then(say, () => say(null));
    return () => {
      isCurrent = false;
    };
  }, [client, id, wanted]);
  if (wanted === null) return null;
  return answer?.to === wanted ? answer.address : undefined;
}
