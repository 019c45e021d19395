/** The calls about workspaces. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Vault } from '../ports.ts';
import type { SignIn } from './sign-in.ts';
import type { Workspaces } from './workspaces.ts';

type Name = 'workspaces.list' | 'workspaces.show' | 'workspaces.signIn' | 'workspaces.signOut';

export interface AccountParts {
  readonly workspaces: Workspaces;
  readonly signIn: SignIn;
  readonly vault: Vault;
}

/** `opened`: they wait until the workspaces are there. */
export function accountHandlers(opened: Promise<AccountParts>): Pick<Handlers, Name> {
  return {
    'workspaces.list': async () => {
      const { workspaces, vault } = await opened;
      return { workspaces: await workspaces.list(), lastId: workspaces.lastId, vault: vault.kind };
    },
    'workspaces.show': async ({ id }) => {
      await (await opened).workspaces.show(id);
      return {};
    },
    'workspaces.signIn': async (request) => (await opened).signIn.proceed(request),
    'workspaces.signOut': async ({ id, forget }) => {
      await (await opened).workspaces.signOut(id, forget);
      return {};
    },
  };
}
