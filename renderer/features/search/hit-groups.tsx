import { useId } from 'react';
import type { SearchHit } from '../../../shared/contract/search.ts';
import type { HitGroup } from '../../../shared/search/group-hits.ts';
import { formatFull, formatNear } from '../../i18n/dates.ts';
import { useT } from '../../i18n/i18n.tsx';
import { usePageClock } from '../../state/clock.ts';
import { Icon } from '../../ui/icon.tsx';

export interface HitGroupsProps {
  readonly label: string;
  readonly groups: readonly HitGroup[];
  /** Found for the text before this one. */
  readonly stale?: boolean;
  readonly onOpen: (hit: SearchHit) => void;
}

/** Conversations with what was found in them, newest first. */
export function HitGroups({ label, groups, stale = false, onOpen }: HitGroupsProps) {
  if (groups.length === 0) return null;
  return (
    <div className="search-groups" role="group" aria-label={label} aria-busy={stale}>
      {groups.map((group) => (
        <Group key={group.conversationId} group={group} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Group({ group, onOpen }: { readonly group: HitGroup; readonly onOpen: (hit: SearchHit) => void }) {
  const t = useT();
  const headingId = useId();
  const { contactName, channelName, hits } = group;
  return (
    <section className="search-group" aria-labelledby={headingId}>
      <div className="search-group-head">
        <h2 id={headingId} className="search-heading truncate">
          <bdi>{t('search.in', { name: contactName, channel: channelName })}</bdi>
        </h2>
        <span className="search-count tabular">{t('search.count', { count: hits.length })}</span>
      </div>
      <ul>
        {hits.map((hit) => (
          <li key={hit.message.id}>
            <Hit hit={hit} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hit({ hit, onOpen }: { readonly hit: SearchHit; readonly onOpen: (hit: SearchHit) => void }) {
  const t = useT();
  const { nowMs } = usePageClock().read();
  const { message, excerpt } = hit;
  const { kind, at, author, attachments } = message;
  const [file] = attachments;
  return (
    <button type="button" data-stop className="search-hit" data-kind={kind} onClick={() => onOpen(hit)}>
      <span className="search-hit-head">
        {kind === 'note' && (
          <span className="search-mark search-mark-note">
            <Icon name="note" size={14} />
            {t('search.note')}
          </span>
        )}
        {file !== undefined && (
          <span className="search-mark">
            <Icon name="paperclip" size={14} />
            <bdi className="truncate">{file.name ?? t('search.file')}</bdi>
          </span>
        )}
        <span className="search-by tabular" title={formatFull(at)}>
          {t('search.by', { author: author.name, time: formatNear(at, nowMs) })}
        </span>
      </span>
      <span className="search-excerpt" dir="auto">
        {excerpt.length === 0 ? <em>{t('search.noText')}</em> : excerpt.map(markedPart)}
      </span>
    </button>
  );
}

function markedPart({ text, hit }: SearchHit['excerpt'][number], index: number) {
  // The parts of one excerpt never change places.
  return hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>;
}
