import { useId } from 'react';
import type { ChannelWay } from '../../../shared/start/channel-ways.ts';
import { useT } from '../../i18n/i18n.tsx';
import type { Ways } from './use-ways.ts';

export interface ChannelChoiceProps extends Ways {
  readonly name: string;
  readonly chosenId: number | null;
  readonly onChoose: (channelId: number) => void;
}

/** All of the team's channels: what the first message is on each, and why some are not possible. */
export function ChannelChoice({ ways, asked, name, chosenId, onChoose }: ChannelChoiceProps) {
  const t = useT();
  const group = useId();
  return (
    <fieldset className="start-part start-channels">
      <legend className="start-heading">{t('start.where')}</legend>
      <p className="start-said" role="status">
        {asked === 'asking' && t('start.where.asking', { name })}
        {asked === 'unanswered' && t('start.where.unknown', { name })}
        {ways.length === 0 && t('start.where.none')}
      </p>
      {ways.map((way) => (
        <ChannelRow
          key={way.channel.id}
          way={way}
          group={group}
          chosen={way.channel.id === chosenId}
          onChoose={onChoose}
        />
      ))}
    </fieldset>
  );
}

interface ChannelRowProps {
  readonly way: ChannelWay;
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: (channelId: number) => void;
}

function ChannelRow({ way: { channel, why, first }, group, chosen, onChoose }: ChannelRowProps) {
  const t = useT();
  const helpId = useId();
  return (
    <label className="start-channel" data-possible={why === null}>
      <input
        type="radio"
        name={group}
        checked={chosen}
        disabled={why !== null}
        aria-describedby={helpId}
        onChange={() => onChoose(channel.id)}
      />
      <span className="start-channel-words">
        <span>
          <bdi className="start-channel-name">{channel.name}</bdi>{' '}
          <bdi className="start-person-number" dir="ltr">
            {channel.phoneNumber}
          </bdi>
        </span>
        <span id={helpId} className="start-channel-help">
          {why === null ? t(`start.first.${first}`) : t(`start.why.${why}`)}
        </span>
      </span>
    </label>
  );
}
