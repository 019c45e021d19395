import { useRef, useState, type RefObject } from 'react';
import type { Attachment } from '../../../shared/contract/entities.ts';
import { useT } from '../../i18n/i18n.tsx';
import { IconButton } from '../../ui/button.tsx';
import { SaveLink } from './file-card.tsx';
import { durationWords } from './file-words.ts';
import { MissingCard } from './missing-card.tsx';
import { useMedia } from './use-media.ts';

const speeds = [1, 1.5, 2] as const;

/** The one that plays: two voices at once help nobody. */
let playing: HTMLAudioElement | null = null;

/** A voice message: play, seek, faster, and what was said if the server wrote it down. */
export function AudioPlayer({ attachment }: { readonly attachment: Attachment }) {
  const t = useT();
  const source = useMedia(attachment);
  const { audio, state, handlers, seek } = usePlayback();
  const { name, transcript } = attachment;
  const words = name ?? t('message.attachment.audio');
  const url = source.url;
  return (
    <div className="audio" role="group" aria-label={t('message.attachment.audio')}>
      {source.missing || url === null ? (
        <MissingCard attachment={attachment} source={source} />
      ) : (
        <div className="audio-row">
          <audio ref={audio} src={url} preload="metadata" onError={source.onError} {...handlers} />
          <IconButton
            icon={state.playing ? 'pause' : 'play'}
            label={t(state.playing ? 'media.pause' : 'media.play')}
            onClick={() => toggle(audio)}
          />
          <input
            type="range"
            className="audio-seek"
            min={0}
            max={Math.max(state.seconds, 0.1)}
            step={0.1}
            value={Math.min(state.at, state.seconds)}
            aria-label={t('media.position')}
            aria-valuetext={t('media.positionOf', { at: durationWords(state.at), of: durationWords(state.seconds) })}
            onChange={(event) => seek(Number(event.target.value))}
          />
          <span className="audio-time tabular">
            {durationWords(state.playing || state.at > 0 ? state.at : state.seconds)}
          </span>
          <SpeedButton
            onSpeed={(speed) => {
              if (audio.current !== null) audio.current.playbackRate = speed;
            }}
          />
          <SaveLink url={url} name={words} />
        </div>
      )}
      {transcript !== null && transcript !== '' && (
        <details className="transcript" open>
          <summary>{t('media.transcript')}</summary>
          <p dir="auto">{transcript}</p>
        </details>
      )}
    </div>
  );
}

function SpeedButton({ onSpeed }: { readonly onSpeed: (speed: number) => void }) {
  const t = useT();
  const [index, setIndex] = useState(0);
  const speed = speeds[index] ?? 1;
  return (
    <button
      type="button"
      className="audio-speed tabular"
      aria-label={t('media.speed', { speed })}
      onClick={() => {
        const next = (index + 1) % speeds.length;
        setIndex(next);
        onSpeed(speeds[next] ?? 1);
      }}
    >
      {speed}×
    </button>
  );
}

function toggle({ current }: RefObject<HTMLAudioElement | null>): void {
  if (current === null) return;
  if (!current.paused) {
    current.pause();
    return;
  }
  if (playing !== null && playing !== current) playing.pause();
  playing = current;
  // A refusal shows as the error event of the element.
  void current.play().catch(() => undefined);
}

/** What the element says of itself, for drawing. */
function usePlayback() {
  const audio = useRef<HTMLAudioElement>(null);
  const [state, setState] = useState({ playing: false, at: 0, seconds: 0 });
  const read = (): void => {
    const element = audio.current;
    if (element === null) return;
    const seconds = Number.isFinite(element.duration) ? element.duration : 0;
    setState({ playing: !element.paused, at: element.currentTime, seconds });
  };
  const handlers = {
    onPlay: read,
    onPause: read,
    onEnded: read,
    onTimeUpdate: read,
    onSeeked: read,
    onLoadedMetadata: read,
    onDurationChange: read,
  };
  const seek = (at: number): void => {
    if (audio.current !== null) audio.current.currentTime = at;
    // The element answers later; until then the handle must not jump back.
    setState((before) => ({ ...before, at }));
  };
  return { audio, state, handlers, seek };
}
