import type { LocalFile } from '../../../shared/contract/files.ts';
import { useFileAddress } from '../../api/file-address.ts';
import { Card } from './card.tsx';
import { SaveLink } from './file-card.tsx';
import { endingOf, sizeWords } from './file-words.ts';
import './media.css';

/** A file of ours that still is to be sent, from this computer. */
export function LocalFileView({ file }: { readonly file: LocalFile }) {
  const url = useFileAddress({ fileId: file.id }) ?? undefined;
  if (/^image\/(?:png|jpeg|webp|gif)$/.test(file.type)) {
    return (
      <div className="picture picture-local">
        <img src={url} alt={file.name} />
      </div>
    );
  }
  return (
    <Card icon="file" name={file.name} details={[endingOf(file.name), sizeWords(file.sizeBytes)]}>
      <SaveLink url={url} name={file.name} />
    </Card>
  );
}
