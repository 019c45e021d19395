import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../../shared/keys/commands.ts';
import { startDrill, stageOf, stepDrill, type DrillEvent, type DrillState } from '../../../shared/intro/drill.ts';
import { introOffer, introSteps, nextIntroStep, withIntroStep } from '../../../shared/intro/offer.ts';

const templates = ['Hello Mara, your order is ready.', 'Shall we go on here?'];
const key = (command: CommandId): DrillEvent => ({ type: 'command', command });
const typed = (mode: 'reply' | 'note', text: string): DrillEvent => ({
  type: 'composer',
  event: { type: 'typed', mode, text, caret: text.length, isComposing: false },
});
const run = (events: readonly DrillEvent[], from = startDrill()): DrillState =>
  events.reduce((state, event) => stepDrill(state, event, templates), from);
const answered = run([key('list.next'), key('conversation.reply'), typed('reply', 'Thursday.'), key('composer.send')]);
const submit: DrillEvent = { type: 'composer', event: { type: 'submit', isComposing: false } };

describe('drill', () => {
  it('goes from the list to the end by keys alone', () => {
    const stages = [stageOf(startDrill())];
    let state = startDrill();
    const events: readonly DrillEvent[] = [
      key('list.next'),
      key('conversation.reply'),
      typed('reply', 'Thursday.'),
      key('composer.send'),
      typed('reply', '@'),
      submit,
      typed('note', '@Ana Ferreira can you look?'),
      key('composer.send'),
      key('composer.template'),
      { type: 'picker-move', by: 1 },
      { type: 'picker-choose', index: null },
    ];
    for (const event of events) {
      state = stepDrill(state, event, templates);
      if (stageOf(state) !== stages.at(-1)) stages.push(stageOf(state));
    }
    expect(stages).toEqual(['next', 'reply', 'send', 'mention', 'note', 'template', 'choose', 'done']);
    expect(state.said).toEqual([
      { kind: 'reply', text: 'Thursday.' },
      { kind: 'note', text: '@Ana Ferreira can you look?' },
      { kind: 'template', text: 'Shall we go on here?' },
    ]);
  });

  it('takes no free text to the customer once the window has closed', () => {
    const tried = run([typed('reply', 'One more thing'), key('composer.send')], answered);
    expect(tried.said).toHaveLength(1);
    expect(tried.composer.reply.text).toBe('One more thing');
    expect(tried.composer.notice?.key).toBe('composer.notice.locked');
    expect(stageOf(tried)).toBe('mention');
  });

  it('switches to the note before the @ is in the reply, as the desk does', () => {
    const { composer } = run([typed('reply', '@')], answered);
    expect([composer.mode, composer.reply.text, composer.note.text, composer.menu?.kind]).toEqual([
      'note',
      '',
      '@',
      'mention',
    ]);
  });

  it('has no shortcut past a step', () => {
    expect(stageOf(run([key('conversation.reply')]))).toBe('next');
    expect(run([key('composer.template'), { type: 'picker-choose', index: 0 }], answered).said).toHaveLength(1);
    expect(stageOf(run([submit], answered))).toBe('mention');
  });

  it('asks about a reply that looks like a note, and does nothing before the answer', () => {
    const opened = run([key('list.next'), key('conversation.reply')]);
    const pasted: DrillEvent = {
      type: 'composer',
      event: { type: 'pasted', mode: 'reply', text: '@Ana can you', caret: 12 },
    };
    const asked = run([pasted, key('composer.send'), key('composer.send')], opened);
    expect([asked.composer.question?.kind, asked.said]).toEqual(['leak', []]);
  });
});

describe('offer of the introduction', () => {
  const practice = { kind: 'practice', unsent: 0 } as const;

  it('comes by itself only to who has nothing but the practice workspace', () => {
    expect(introOffer([], [practice], false)).toEqual({ kind: 'welcome' });
    expect(introOffer([], [{ kind: 'server', unsent: 0 }], false)).toEqual({ kind: 'none' });
    expect(introOffer([], [practice, { kind: 'server', unsent: 0 }], false)).toEqual({ kind: 'none' });
    expect(introOffer([], [{ ...practice, unsent: 1 }], false)).toEqual({ kind: 'none' });
    expect(introOffer([], [practice], true)).toEqual({ kind: 'none' });
    expect(introOffer([], [], false)).toEqual({ kind: 'none' });
  });

  it('goes on where it was left, also after signing in to a server, and then never again', () => {
    const begun = withIntroStep([], 'welcome');
    expect(introOffer(begun, [{ kind: 'server', unsent: 3 }], true)).toEqual({ kind: 'resume', left: 4 });
    expect(nextIntroStep(begun)).toBe('computer');
    expect(introOffer(introSteps, [practice], false)).toEqual({ kind: 'none' });
    expect(nextIntroStep(introSteps)).toBeNull();
    expect(withIntroStep(begun, 'welcome')).toEqual(['welcome']);
  });
});
