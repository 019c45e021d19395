import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignInForm, type SignInFormProps } from '../../renderer/features/sign-in/sign-in-form.tsx';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/reset.css';
import '../../renderer/styles/base.css';
import { axeFindings } from './support/axe.ts';
import { expectText } from './support/expect-text.ts';
import { computer } from './support/fixtures.ts';
import { memoryContract, type MemoryContract, type MemoryWorld } from './support/memory-contract.ts';
import { render } from './support/render.tsx';

beforeEach(async () => {
  await page.viewport(1280, 800);
});

async function show(change: Partial<SignInFormProps> = {}, world: Partial<MemoryWorld> = {}) {
  const contract = memoryContract(world);
  const onDone = vi.fn<(id: string) => void>();
  const onCancel = vi.fn<() => void>();
  const { client } = contract;
  await render(<SignInForm {...{ client, vault: 'system', serverUrl: '', onDone, onCancel, ...change }} />);
  return { contract, onDone, onCancel };
}

const field = (name: string) => page.getByLabelText(name, { exact: true });
const asked = (contract: MemoryContract) => contract.callsOf('workspaces.signIn');
const signInButton = () => page.getByRole('button', { name: 'Sign in', exact: true });

describe('signing in', () => {
  it('by keyboard alone: address, email, password, Enter', async () => {
    const { contract, onDone } = await show();
    contract.world.signInAnswer = { kind: 'signed-in', workspaceId: 'w9' };
    await expect.element(field('Server')).toHaveFocus();
    await userEvent.keyboard('chat.example.com/app/accounts/3/conversations/7?x=1{Tab}');
    await expect.element(field('Server')).toHaveValue('https://chat.example.com');
    await expect.element(page.getByRole('radio', { name: 'Password' })).toHaveFocus();
    await userEvent.keyboard('{Tab} sam@example.com {Tab}a secret, with spaces {Enter}');
    await expect.poll(() => onDone.mock.calls).toEqual([['w9']]);
    expect(asked(contract)).toEqual([
      {
        serverUrl: 'https://chat.example.com',
        with: { kind: 'password', email: 'sam@example.com', password: 'a secret, with spaces ' },
        stay: true,
      },
    ]);
  });

  it('with a pasted token', async () => {
    const { contract } = await show({ serverUrl: 'https://chat.example.com' });
    await page.getByRole('radio', { name: 'Access token' }).click();
    await field('Access token').fill('  tok-123\n');
    await page.getByRole('checkbox', { name: /Stay signed in/ }).click();
    await signInButton().click();
    await expect
      .poll(() => asked(contract))
      .toMatchObject([{ with: { kind: 'token', token: 'tok-123' }, stay: false }]);
  });

  it('a hidden text can be looked at', async () => {
    await show();
    await expect.element(field('Password')).toHaveAttribute('type', 'password');
    await page.getByRole('button', { name: 'Show: Password' }).click();
    await expect.element(field('Password')).toHaveAttribute('type', 'text');
  });

  it('a code where the server asks for one, with the first wrong one replaced by typing', async () => {
    const { contract, onDone } = await show({ serverUrl: 'https://chat.example.com' });
    contract.world.signInAnswer = { kind: 'needs-code', challenge: 'c1' };
    await field('Email').fill('sam@example.com');
    await field('Password').fill('right');
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Code')).toHaveFocus();
    contract.refuse('workspaces.signIn', 'sign-in-refused');
    await userEvent.keyboard('111111{Enter}');
    await expectText(page.getByRole('alert'), /did not accept this code/);
    contract.refuse('workspaces.signIn', null);
    contract.world.signInAnswer = { kind: 'signed-in', workspaceId: 'w2' };
    await userEvent.keyboard('222222{Enter}');
    await expect.poll(() => onDone.mock.calls).toEqual([['w2']]);
    expect(asked(contract).at(-1)?.with).toEqual({ kind: 'code', challenge: 'c1', code: '222222' });
  });

  it('a choice where there are several accounts', async () => {
    const { contract, onDone } = await show({ serverUrl: 'https://chat.example.com' });
    const accounts = [
      { id: 1, name: 'Harbour & Pine' },
      { id: 7, name: 'Second Shop' },
    ];
    contract.world.signInAnswer = { kind: 'choose-account', challenge: 'c2', accounts };
    await field('Email').fill('sam@example.com');
    await field('Password').fill('right');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Harbour & Pine' })).toHaveFocus();
    contract.world.signInAnswer = { kind: 'signed-in', workspaceId: 'w7' };
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.poll(() => onDone.mock.calls).toEqual([['w7']]);
    expect(asked(contract).at(-1)?.with).toEqual({ kind: 'account', challenge: 'c2', accountId: 7 });
  });

  it('goes back, and the password is not there any more', async () => {
    const { contract } = await show({ serverUrl: 'https://chat.example.com' });
    contract.world.signInAnswer = { kind: 'needs-code', challenge: 'c1' };
    await field('Email').fill('sam@example.com');
    await field('Password').fill('right');
    await userEvent.keyboard('{Enter}');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.element(field('Email')).toHaveValue('sam@example.com');
    await expect.element(field('Password')).toHaveValue('');
    await expect.element(field('Password')).toHaveFocus();
  });
});

describe('where the organisation names the servers', () => {
  const named = (servers: string[]) => ({ computer: { ...computer, policy: { ...computer.policy, servers } } });

  it('one chooses among them, and what was typed before does not count', async () => {
    const world = named(['https://a.example', 'https://b.example/chat']);
    const { contract } = await show({ serverUrl: 'https://old.example' }, world);
    await expect.element(field('Server')).toHaveValue('https://a.example');
    await expect.element(field('Server')).toHaveAccessibleDescription(/Your organisation chose/);
    await field('Email').fill('sam@example.com');
    await field('Password').fill('right');
    await signInButton().click();
    await page.getByRole('combobox', { name: 'Server' }).selectOptions('https://b.example/chat');
    await field('Password').fill('right');
    await signInButton().click();
    await expect
      .poll(() => asked(contract).map(({ serverUrl }) => serverUrl))
      .toEqual(['https://a.example', 'https://b.example/chat']);
  });

  it('and none, nobody is asked for a password', async () => {
    await show({}, named([]));
    await expect.element(page.getByText(/Nobody can sign in on this computer at present/)).toBeVisible();
    await expect.element(field('Password')).not.toBeInTheDocument();
  });

  it('says so if the core refuses all the same', async () => {
    const { contract } = await show({ serverUrl: 'https://chat.example.com' });
    contract.refuse('workspaces.signIn', 'policy');
    await field('Email').fill('sam@example.com');
    await field('Password').fill('right');
    await signInButton().click();
    await expectText(page.getByRole('alert'), /does not allow signing in at chat\.example\.com/);
  });
});

describe('a name in letters that look like others', () => {
  it('is shown as the network spells it', async () => {
    await show();
    // Cyrillic, all of it.
    await field('Server').fill('аррӏе.com');
    await userEvent.keyboard('{Tab}');
    await expect.element(field('Server')).toHaveAccessibleDescription(/knows this name as xn--80ak6aa92e\.com/);
    await field('Server').fill('apple.com');
    await userEvent.keyboard('{Tab}');
    await expect.element(field('Server')).toHaveAccessibleDescription(/You may paste/);
  });
});

describe('what is wrong', () => {
  it.each([
    ['', /Type the address/],
    ['not an address', /This is not an address/],
    ['http://chat.example.com', /readable across the network/],
    ['https://sam:pw@chat.example.com', /Leave the name and password out/],
  ])('the address "%s" is said at its field, and nobody is asked', async (text, words) => {
    const { contract } = await show();
    await field('Server').fill(text);
    await signInButton().click();
    await expect.element(field('Server')).toHaveFocus();
    await expect.element(field('Server')).toHaveAccessibleDescription(words);
    await expect.element(field('Server')).toHaveAttribute('aria-invalid', 'true');
    expect(asked(contract)).toEqual([]);
    await field('Server').fill('chat.example.com');
    await expect.element(field('Server')).toHaveAttribute('aria-invalid', 'false');
  });

  it.each([
    ['sign-in-refused', /did not accept this email and password. Nothing was changed here/],
    ['unreachable', /No server answered at chat.example.com.*Details: refused by the test/],
    ['rate-limited', /chat.example.com wants a pause/],
    ['not-chatwoot', /it is no Chatwoot server.*Details: refused by the test/],
    ['storage', /could not save it/],
    ['internal', /Signing in did not work/],
  ] as const)('%s is said in words, and focus goes to what to type again', async (code, words) => {
    const { contract, onDone } = await show({ serverUrl: 'https://chat.example.com' });
    if (code === 'internal') contract.breakWire('workspaces.signIn', true);
    else contract.refuse('workspaces.signIn', code);
    await field('Email').fill('sam@example.com');
    await field('Password').fill('wrong');
    await signInButton().click();
    await expectText(page.getByRole('alert'), words);
    await expect.element(field('Password')).toHaveFocus();
    await expect.element(field('Password')).toHaveValue('');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('an empty field takes focus instead of asking the server', async () => {
    const { contract } = await show({ serverUrl: 'https://chat.example.com' });
    await signInButton().click();
    await expect.element(field('Email')).toHaveFocus();
    expect(asked(contract)).toEqual([]);
  });
});

describe('staying signed in', () => {
  it('says where the key is kept, and is only ticked where that is safe', async () => {
    await show({ vault: 'file' });
    const box = page.getByRole('checkbox', { name: /Stay signed in/ });
    await expect.element(box).not.toBeChecked();
    await expect.element(box).toHaveAccessibleDescription(/not encrypted: every program you run/);
  });

  it('is not offered where it cannot be kept', async () => {
    await show({ vault: 'memory' });
    await expect.element(page.getByText(/you sign in again after each start/)).toBeVisible();
    expect(page.getByRole('checkbox').elements()).toEqual([]);
  });
});

it.each(['light', 'dark'])('has no accessibility violation, %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const { contract } = await show({ serverUrl: 'https://chat.example.com', again: true });
  contract.refuse('workspaces.signIn', 'sign-in-refused');
  await field('Email').fill('sam@example.com');
  await field('Password').fill('wrong');
  await signInButton().click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(await axeFindings('body', { rules: { region: { enabled: false } } })).toEqual([]);
  delete document.documentElement.dataset['theme'];
});
