import type { ReactElement } from 'react';
import type { LocalFile } from '../../../shared/contract/files.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sizeWords } from './file-words.ts';
import './kept-files.css';

/** The files that come back with a text that was kept. */
export function KeptFiles({ files }: { readonly files: readonly LocalFile[] }): ReactElement {
  const t = useT();
  return (
    <ul className="kept-files" aria-label={t('history.files')}>
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <Icon name="file" size={14} />
          <bdi className="truncate">{name}</bdi>
          <span className="kept-files-size">{sizeWords(sizeBytes)}</span>
        </li>
      ))}
    </ul>
  );
}
