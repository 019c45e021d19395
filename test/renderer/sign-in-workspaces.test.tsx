import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/reset.css';
import '../../renderer/styles/base.css';
import '../../renderer/app.css';
import { App } from '../../renderer/app.tsx';
import { Workspaces } from '../../renderer/features/workspaces/workspaces.tsx';
import { AppProvider } from '../../renderer/state/app-provider.tsx';
import type { WorkspaceEntry } from '../../shared/contract/accounts.ts';
import type { Transport } from '../../shared/contract/wire.ts';
import { axeFindings } from './support/axe.ts';
import { expectText } from './support/expect-text.ts';
import { memoryContract, type MemoryContract } from './support/memory-contract.ts';
import { render } from './support/render.tsx';

beforeEach(async () => {
  await page.viewport(1280, 800);
});

const harbour: WorkspaceEntry = {
  id: 'w1',
  kind: 'server',
  serverUrl: 'https://chat.example.com',
  accountName: 'Harbour & Pine',
  agentName: 'Sam Rivera',
  signedIn: true,
  unread: 4,
  unsent: 2,
};
const shop: WorkspaceEntry = { ...harbour, id: 'w2', accountName: 'Second Shop', unread: 3, unsent: 0 };

interface Desk {
  readonly contract: MemoryContract;
  /** Whose calls were made, in order, without the app's own. */
  readonly owners: string[];
}

async function desk(workspaces: WorkspaceEntry[] = [harbour, shop]): Promise<Desk> {
  const contract = memoryContract({ workspaces });
  const owners: string[] = [];
  const transport: Transport = {
    ...contract.transport,
    call(workspace, name, payload) {
      // The one that is left hears that nobody looks at it any more.
      if (workspace !== null && !name.startsWith('presence.')) owners.push(workspace);
      return contract.transport.call(workspace, name, payload);
    },
  };
  await render(
    <div style={{ height: '100vh' }}>
      <Workspaces transport={transport}>
        {(client) => (
          <AppProvider client={client}>
            <App />
          </AppProvider>
        )}
      </Workspaces>
    </div>,
  );
  return { contract, owners };
}

const switcher = () => page.getByRole('button', { name: /^Workspace: / });
const item = (name: RegExp) => page.getByRole('menuitem', { name });
const changed = (contract: MemoryContract): void =>
  contract.emit({ name: 'workspaces.changed', data: { revision: 1 } });

describe('the switcher', () => {
  it('says where the agent is, and what is unread elsewhere', async () => {
    const { contract } = await desk();
    await expect
      .element(switcher())
      .toHaveAccessibleName('Workspace: Harbour & Pine. 3 unread conversations in others. Switch or add');
    contract.world.workspaces = [harbour, { ...shop, unread: 0 }];
    changed(contract);
    await expect.element(switcher()).toHaveAccessibleName('Workspace: Harbour & Pine. Switch or add');
  });

  it('lists all with their counts, by keyboard, and changes to another: every call is then that one’s', async () => {
    const { contract, owners } = await desk();
    await switcher().click();
    await expect.element(page.getByRole('menuitemradio', { name: /Harbour/ })).toHaveFocus();
    await expect
      .element(page.getByRole('menuitemradio', { name: 'Harbour & Pine · Sam Rivera · 4 unread · 2 not sent' }))
      .toBeChecked();
    expect(new Set(owners)).toEqual(new Set(['w1']));
    owners.length = 0;
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(switcher()).toHaveAccessibleName(/Second Shop/);
    await expect.poll(() => owners.length).toBeGreaterThan(3);
    expect(new Set(owners)).toEqual(new Set(['w2']));
    expect(contract.callsOf('workspaces.show')).toEqual([{ id: 'w2' }]);
  });

  it('stays where it is when another window shows another one', async () => {
    const { contract } = await desk();
    await expect.element(switcher()).toHaveAccessibleName(/Harbour/);
    contract.world.workspaces = [shop, harbour];
    changed(contract);
    await expect.element(switcher()).toHaveAccessibleName(/Harbour/);
  });

  it('adds a workspace, and begins there anew', async () => {
    const { contract } = await desk([harbour]);
    await switcher().click();
    await item(/Add a workspace/).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in to a workspace' })).toBeVisible();
    await expect.element(page.getByLabelText('Server', { exact: true })).toHaveValue('');
    await userEvent.keyboard('chat.example.com{Tab}{ArrowRight}{Tab}tok-1');
    contract.world.workspaces = [harbour, shop];
    contract.world.signInAnswer = { kind: 'signed-in', workspaceId: 'w2' };
    await userEvent.keyboard('{Enter}');
    await expect.element(switcher()).toHaveAccessibleName(/Second Shop/);
  });

  it('leaves the sign-in page again', async () => {
    await desk([harbour]);
    await switcher().click();
    await item(/Add a workspace/).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(switcher()).toBeVisible();
  });
});

describe('signing out', () => {
  it('says first what stays and what waits', async () => {
    const { contract } = await desk();
    await switcher().click();
    await item(/Sign out of Harbour & Pine/).click();
    const dialog = page.getByRole('dialog', { name: 'Sign out of Harbour & Pine?' });
    await expectText(dialog, /conversations, contacts and files\. Drafts and what has not been sent yet stay here/);
    await expectText(dialog, /2 messages or changes have not been sent. They wait here/);
    await expectText(dialog, /token itself stays valid on the server/);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    expect(contract.callsOf('workspaces.signOut')).toEqual([{ id: 'w1', forget: false }]);
    await switcher().click();
    await expect.element(page.getByRole('menuitemradio', { name: /Harbour.*signed out/ })).toBeVisible();
  });

  it('deletes only after it was said what is lost', async () => {
    const { contract } = await desk();
    await switcher().click();
    await item(/Sign out of/).click();
    await page.getByRole('checkbox', { name: /Also delete/ }).click();
    await expectText(page.getByRole('dialog'), /2 messages or changes that were not sent are deleted/);
    await page.getByRole('button', { name: 'Delete from this computer' }).click();
    expect(contract.callsOf('workspaces.signOut')).toEqual([{ id: 'w1', forget: true }]);
    await expect.element(switcher()).toHaveAccessibleName(/Second Shop/);
  });

  it('of the last one leaves a page to sign in on', async () => {
    const { contract } = await desk([harbour]);
    await expect.element(switcher()).toBeVisible();
    contract.world.workspaces = [];
    changed(contract);
    await expect.element(page.getByText('There is no workspace on this computer yet.')).toBeVisible();
    await expect.element(page.getByLabelText('Server', { exact: true })).toHaveFocus();
  });

  it('that fails says so and keeps the dialog', async () => {
    const { contract } = await desk();
    contract.refuse('workspaces.signOut', 'storage');
    await switcher().click();
    await item(/Sign out of/).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expectText(page.getByRole('dialog').getByRole('alert'), /nothing was deleted/);
  });

  it('is not offered for the practice workspace', async () => {
    await desk([{ ...harbour, kind: 'practice' }]);
    await switcher().click();
    await expect.element(item(/Add a workspace/)).toBeVisible();
    expect(item(/Sign out/).elements()).toEqual([]);
  });
});

describe('a workspace that is signed out', () => {
  it('is signed in to again with its address filled in, and can be removed', async () => {
    await desk([{ ...harbour, signedIn: false }]);
    await switcher().click();
    await expect.element(item(/Remove Harbour & Pine from this computer/)).toBeVisible();
    await item(/Sign in to Harbour & Pine again/).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Sign in again' })).toBeVisible();
    await expect.element(page.getByLabelText('Server', { exact: true })).toHaveValue('https://chat.example.com');
    await expect.element(page.getByText(/Drafts and queued messages are safe/).first()).toBeVisible();
  });

  it('begins the desk anew after that, though it is the same', async () => {
    const { contract } = await desk([{ ...harbour, signedIn: false }]);
    await switcher().click();
    await item(/Sign in to/).click();
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{ArrowRight}{Tab}tok-1');
    contract.world.workspaces = [harbour];
    await userEvent.keyboard('{Enter}');
    await expect.element(switcher()).toHaveAccessibleName('Workspace: Harbour & Pine. Switch or add');
  });
});

it('a list that cannot be read is said, and tried again', async () => {
  const contract = memoryContract();
  contract.refuse('workspaces.list', 'storage');
  await render(<Workspaces transport={contract.transport}>{() => <p>the desk</p>}</Workspaces>);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  contract.refuse('workspaces.list', null);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('the desk')).toBeVisible();
});

it.each(['light', 'dark'])('menu and dialog have no accessibility violation, %s', async (theme) => {
  await desk();
  document.documentElement.dataset['theme'] = theme;
  await switcher().click();
  expect(await axeFindings('.workspace-switcher')).toEqual([]);
  await item(/Sign out of/).click();
  await page.getByRole('checkbox', { name: /Also delete/ }).click();
  expect(await axeFindings('.dialog')).toEqual([]);
  delete document.documentElement.dataset['theme'];
});
