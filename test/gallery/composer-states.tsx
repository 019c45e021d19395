import { useEffect } from 'react';
import { Composer } from '../../renderer/features/composer/composer.tsx';
import { LockBanner } from '../../renderer/features/composer/lock-banner.tsx';
import { QuestionDialog } from '../../renderer/features/composer/question-dialog.tsx';
import { useWindow } from '../../renderer/features/window-chip/use-window.ts';
import { useActions } from '../../renderer/state/app-provider.tsx';
import { composerView, type ComposerViewInput } from '../../shared/composer/composer-view.ts';
import type { Draft } from '../../shared/contract/entities.ts';
import { windowState } from '../../shared/window/window-state.ts';
import { must } from '../../shared/lang/assert.ts';
import { aConversation, aTemplate, hour, minute, serverNow, windowWithLeft } from '../renderer/support/fixtures.ts';
import { windows } from './window-states.tsx';
import { Opened, type GallerySection, type GalleryState } from './state.tsx';

const draft = (audience: Draft['audience'], text: string): [string, Draft] => [
  `1:${audience}`,
  { conversationId: 1, audience, text, caret: text.length, files: [], quotedId: null },
];

const texts = new Map([
  draft('customer', 'It arrives on Thursday, between 9:00 and 12:00.'),
  draft('team', '@Ana the frame is at the paint shop.'),
]);

function Note() {
  const { focusComposer } = useActions().ui;
  useEffect(() => focusComposer('note'), [focusComposer]);
  return null;
}

type Mode = 'reply' | 'note';

function composer(kind: string, mode: Mode, written: boolean): GalleryState {
  return {
    name: `${kind} · ${mode}${written ? ' · with a text' : ''}`,
    world: {
      conversations: [aConversation({ window: must(windows[kind], 'one of the states') })],
      templates: [aTemplate()],
      drafts: written ? new Map(texts) : new Map(),
    },
    ready: `.composer-card[data-mode="${mode}"]`,
    show: () => (
      <Opened>
        {(conversation) => (
          <>
            <Composer conversation={conversation} />
            {mode === 'note' && <Note />}
          </>
        )}
      </Opened>
    ),
  };
}

const plain: ComposerViewInput = {
  window: windowState(windowWithLeft(-2 * hour), { nowMs: serverNow, confidence: 'trusted', guardMs: 90_000 }),
  mode: 'reply',
  replyText: 'It arrives on Thursday.',
  noteText: '',
  connection: 'online',
  hasTemplates: true,
  channelKind: 'whatsapp',
  templateSentAt: null,
  lateRefusal: null,
  customerName: 'Mara Singh',
  readOnly: false,
  hasSms: true,
};

const judged = (leftMs: number, change = {}) =>
  windowState(windowWithLeft(leftMs, change), { nowMs: serverNow, confidence: 'trusted', guardMs: 90_000 });
const never = judged(0, { openedAt: null, openedBy: null });

/** Every case of agent-desk-ui §4.5 by what leads to it. */
const banners: Readonly<Record<string, Partial<ComposerViewInput>>> = {
  closed: {},
  'closed-no-template': { hasTemplates: false },
  'closed-other': { hasTemplates: false, channelKind: 'api' },
  'template-sent': { templateSentAt: serverNow - hour },
  'never-opened': { window: never },
  'never-opened-no-template': { window: never, hasTemplates: false },
  last: { window: judged(6 * minute) },
  guard: { window: judged(minute) },
  'refused-late': { lateRefusal: 131047 },
  'refused-other': { window: judged(5 * hour), lateRefusal: 131049 },
  unverified: { window: judged(5 * hour, { complete: false }) },
  'unverified-offline': { window: judged(5 * hour, { complete: false }), connection: 'offline' },
  'opted-out': { window: judged(5 * hour), lateRefusal: 131050 },
  undeliverable: { window: judged(5 * hour), lateRefusal: 131026 },
  reassigned: { window: judged(5 * hour), reassignedTo: 'Ana Ferreira' },
  'read-only': { readOnly: true },
};

function Banner({ input }: { readonly input: ComposerViewInput }) {
  const window = useWindow(windowWithLeft(6 * minute));
  const { banner } = composerView(input);
  return <LockBanner banner={must(banner, 'it has a banner')} window={window} onAction={() => undefined} />;
}

const questions = [
  { kind: 'leak', text: '@ana can you take this one?', about: { where: 'start', word: '@ana' }, andClose: false },
  { kind: 'leak', text: 'Ask #finance first', about: { where: 'inside', word: '#finance' }, andClose: false },
  { kind: 'use-as-reply', text: 'The frame is ready on Thursday.', about: null, andClose: false },
] as const;

export const composerSections: readonly GallerySection[] = [
  {
    name: 'banners',
    width: 560,
    states: Object.entries(banners).map(([name, change]) => ({
      name,
      ready: `[data-case="${name}"]`,
      show: () => <Banner input={{ ...plain, ...change }} />,
    })),
  },
  {
    name: 'composer',
    width: 560,
    states: Object.keys(windows).flatMap((kind) => [
      composer(kind, 'reply', false),
      composer(kind, 'reply', true),
      composer(kind, 'note', true),
    ]),
  },
  {
    name: 'questions',
    width: 560,
    alone: true,
    states: questions.map((question) => ({
      name: `${question.kind} ${question.about?.where ?? ''}`.trim(),
      ready: 'dialog',
      show: () => <QuestionDialog question={question} name="Mara Singh" files={1} onAnswer={() => undefined} />,
    })),
  },
];
