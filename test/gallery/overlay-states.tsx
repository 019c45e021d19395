import { useRef } from 'react';
import { DeskCommands } from '../../renderer/features/shortcuts/desk-commands.tsx';
import { PaneCommands } from '../../renderer/features/shortcuts/pane-commands.tsx';
import { KeyOverview } from '../../renderer/features/shortcuts/key-overview.tsx';
import { Palette } from '../../renderer/features/palette/palette.tsx';
import { TemplatePicker } from '../../renderer/features/template-picker/template-picker.tsx';
import { WhyDialog } from '../../renderer/features/window-chip/why-dialog.tsx';
import { Button } from '../../renderer/ui/button.tsx';
import { Dialog } from '../../renderer/ui/dialog.tsx';
import { Menu } from '../../renderer/ui/menu.tsx';
import type { Template } from '../../shared/contract/templates.ts';
import { aConversation, aTemplate } from '../renderer/support/fixtures.ts';
import type { MemoryWorld } from '../renderer/support/memory-contract.ts';
import { windows } from './window-states.tsx';
import { Opened, Run, type GallerySection, type GalleryState } from './state.tsx';

const buttons: Template['buttons'] = [
  { kind: 'url', text: 'Track parcel', url: 'https://track.example.com/p/{{1}}' },
  { kind: 'quick-reply', text: 'Another day', url: null },
];

const templates: readonly Template[] = [
  aTemplate(),
  aTemplate({ name: 'follow_up', body: 'About your question: {{1}}', footer: 'Tidewater Cycles' }),
  aTemplate({ name: 'with_header', header: { format: 'text', text: 'Order {{1}}' }, buttons }),
  aTemplate({ name: 'with_image', header: { format: 'image' }, body: 'The new frame is here, {{1}}.' }),
  aTemplate({ name: 'offer', category: 'marketing', body: 'Winter tyres, {{1}}: 20 % off until Sunday.' }),
  aTemplate({ name: 'code', category: 'authentication', body: '{{1}} is your code.' }),
  ...['paused', 'rejected', 'pending', 'disabled'].map((status) => aTemplate({ name: `is_${status}`, status })),
  aTemplate({ name: 'nothing_to_fill', language: 'pt-BR', body: 'Bom dia! Responda a esta mensagem.' }),
];

const rates: MemoryWorld['rates'] = {
  trouble: null,
  table: {
    source: 'Made-up list',
    currency: 'EUR',
    from: '2000-01-01',
    until: '2099-12-31',
    markets: [
      { name: 'All', callingCodes: [], marketing: 0.1234, utility: 0.0212, authentication: null, service: 0.0212 },
    ],
  },
};

function picker(name: string, world: GalleryState['world'], text: string): GalleryState {
  return {
    name,
    world: { templates: [...templates], ...world },
    ready: 'dialog',
    prepare: (actions) => actions.ui.openTemplatePicker({ conversationId: 1, text, replaces: null }),
    show: () => <Opened>{() => <TemplatePicker />}</Opened>,
  };
}

function MenuStage() {
  const anchor = useRef<HTMLButtonElement>(null);
  const items = [
    { key: 'a', label: 'Answer this message', icon: 'reply' as const, onChoose: () => undefined },
    { key: 'b', label: 'Chosen', checked: true, onChoose: () => undefined },
    { key: 'c', label: 'Not chosen', checked: false, onChoose: () => undefined },
  ];
  return (
    <>
      <Button ref={anchor}>More</Button>
      <Menu label="Message" items={items} anchor={anchor} onClose={() => undefined} />
    </>
  );
}

export const overlaySections: readonly GallerySection[] = [
  {
    name: 'templates',
    width: 760,
    alone: true,
    states: [
      picker('with a price list', { rates }, ''),
      picker('all kinds', {}, ''),
      picker('with a text to carry', {}, 'It arrives on Thursday.'),
      picker('none yet', { templates: [] }, ''),
    ],
  },
  {
    name: 'palette',
    width: 600,
    alone: true,
    states: [
      { name: 'empty query', ready: '.palette-row', show: () => <WithPalette /> },
      {
        name: 'a closed conversation is open',
        world: { conversations: [aConversation({ window: { ...windows['closed']! } })], templates: [...templates] },
        ready: '.palette-row',
        show: () => <Opened>{() => <WithPalette />}</Opened>,
      },
    ],
  },
  {
    name: 'dialogs',
    width: 560,
    alone: true,
    states: [
      {
        name: 'plain',
        ready: 'dialog',
        show: () => (
          <Dialog title="A question" onClose={() => undefined} footer={<Button variant="primary">Do it</Button>}>
            <p>With the text it asks about.</p>
          </Dialog>
        ),
      },
      {
        name: 'keys',
        ready: 'dialog',
        show: () => (
          <>
            <KeyOverview />
            <Run command="keys.show" />
          </>
        ),
      },
      ...Object.keys(windows).map((kind) => ({
        name: `why ${kind}`,
        world: { conversations: [aConversation({ window: { ...windows[kind]! } })] },
        ready: 'dialog',
        show: () => (
          <Opened>{(conversation) => <WhyDialog conversation={conversation} onClose={() => undefined} />}</Opened>
        ),
      })),
    ],
  },
  {
    name: 'menu',
    width: 320,
    alone: true,
    states: [{ name: 'menu', ready: '[role=menu]', show: () => <MenuStage /> }],
  },
  {
    name: 'buttons',
    width: 320,
    states: (['primary', 'secondary', 'quiet', 'danger'] as const).flatMap((variant) =>
      (['small', 'normal', 'large'] as const).map((size) => ({
        name: `${variant}, ${size}`,
        show: () => (
          <>
            <Button variant={variant} size={size} icon="send" keyHint="Ctrl ↵">
              Send
            </Button>{' '}
            <Button variant={variant} size={size} aria-disabled>
              Not now
            </Button>
          </>
        ),
      })),
    ),
  },
];

function WithPalette() {
  return (
    <>
      <DeskCommands />
      <PaneCommands />
      <Palette />
      <Run command="palette.open" />
    </>
  );
}
