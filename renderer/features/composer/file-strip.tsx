import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { LocalFile } from '../../../shared/contract/files.ts';
import type { ComposerMode } from '../../../shared/composer/composer-types.ts';
import { maxFiles } from '../../../shared/files/rules.ts';
import { useFileAddress } from '../../api/file-address.ts';
import { useT, type Translate } from '../../i18n/i18n.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sizeWords } from './file-words.ts';
import type { ComposerFiles, Upload } from './use-files.ts';
import './file-strip.css';

interface FileStripProps {
  readonly mode: ComposerMode;
  readonly stored: readonly LocalFile[];
  readonly files: ComposerFiles;
  readonly onRemove: (file: LocalFile) => void;
}

/** Everything that goes along with the text, and what did not get so far. */
export function FileStrip({ mode, stored, files, onRemove }: FileStripProps): ReactElement | null {
  const t = useT();
  const uploads = files.uploads.filter((upload) => upload.mode === mode);
  if (stored.length === 0 && uploads.length === 0) return null;
  return (
    <>
      <ul className="composer-files" aria-label={t('file.list')}>
        {stored.map((file) => (
          <StoredFile
            key={file.id}
            file={file}
            thumbnail={files.thumbnail(file)}
            onRename={(name) => files.rename(file, name, mode)}
            onRemove={() => onRemove(file)}
          />
        ))}
        {uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} files={files} />
        ))}
      </ul>
      {files.tooMany && <p className="composer-files-more">{t('file.tooMany', { count: maxFiles })}</p>}
    </>
  );
}

interface StoredFileProps {
  readonly file: LocalFile;
  readonly thumbnail: string | undefined;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

function StoredFile({ file, thumbnail, onRename, onRemove }: StoredFileProps): ReactElement {
  const t = useT();
  const [renaming, setRenaming] = useState(false);
  const { name } = file;
  const isPicture = file.type.startsWith('image/');
  const stored = useFileAddress(isPicture && thumbnail === undefined ? { fileId: file.id } : null);
  return (
    <li className="composer-file">
      {isPicture ? (
        <img className="composer-file-picture" src={thumbnail ?? stored ?? undefined} alt="" />
      ) : (
        <Icon name="file" size={24} />
      )}
      {renaming ? (
        <NameField
          name={name}
          onDone={(next) => {
            setRenaming(false);
            if (next !== null && next !== name) onRename(next);
          }}
        />
      ) : (
        <span className="composer-file-words">
          <bdi className="truncate">{name}</bdi>
          <span className="composer-file-size">{sizeWords(file.sizeBytes)}</span>
        </span>
      )}
      {!renaming && <IconButton icon="pencil" label={t('file.rename', { name })} onClick={() => setRenaming(true)} />}
      <IconButton icon="close" label={t('file.remove', { name })} onClick={onRemove} />
    </li>
  );
}

interface NameFieldProps {
  readonly name: string;
  /** null: left as it was. */
  readonly onDone: (name: string | null) => void;
}

/** The ending stays: it says what the file is. */
function NameField({ name, onDone }: NameFieldProps): ReactElement {
  const t = useT();
  const ending = /\.[^.]*$/u.exec(name)?.[0] ?? '';
  const [text, setText] = useState(name.slice(0, name.length - ending.length));
  const done = (): void => onDone(text.trim() === '' ? null : `${text.trim()}${ending}`);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') done();
    else if (event.key === 'Escape') onDone(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      className="composer-file-name"
      aria-label={t('file.newName')}
      value={text}
      maxLength={200}
      ref={(field) => field?.focus()}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={done}
    />
  );
}

function troubleWords({ trouble }: Upload, t: Translate): string | null {
  if (trouble === null) return null;
  if (trouble === 'failed') return t('file.failed');
  const limit = trouble.kind === 'too-large' ? sizeWords(trouble.limitBytes) : '';
  return t(`file.problem.${trouble.kind}`, { limit });
}

function UploadRow({ upload, files }: { readonly upload: Upload; readonly files: ComposerFiles }): ReactElement {
  const t = useT();
  const { file, done, trouble } = upload;
  const percent = Math.round(done * 100);
  const words = troubleWords(upload, t);
  return (
    <li className="composer-file" data-trouble={trouble !== null}>
      <Icon name={trouble === null ? 'file' : 'alert'} size={24} />
      <span className="composer-file-words">
        <bdi className="truncate">{file.name}</bdi>
        {words === null ? (
          <progress
            className="composer-file-progress"
            value={done}
            max={1}
            aria-label={t('file.uploading', { name: file.name, percent })}
          />
        ) : (
          <span className="composer-file-trouble" role="alert">
            {words}
          </span>
        )}
      </span>
      {trouble === 'failed' && (
        <Button size="small" onClick={() => files.again(upload)}>
          {t('file.again')}
        </Button>
      )}
      {trouble !== null && (
        <IconButton icon="close" label={t('file.remove', { name: file.name })} onClick={() => files.drop(upload)} />
      )}
    </li>
  );
}
