/** Workspaces and signing in. A workspace is one signed-in server account, with its own files. */
import { z } from 'zod';

/** `[a-z0-9-]`: names the workspace's folder and travels with every call and event that belongs to it. */
export const WorkspaceId = z.string().regex(/^[a-z0-9-]{1,80}$/);

export const WorkspaceEntry = z.object({
  id: WorkspaceId,
  /** `practice`: our own practice server, started with the app. */
  kind: z.enum(['practice', 'server']),
  serverUrl: z.string(),
  /** Null until the server told them for the first time. */
  accountName: z.string().nullable(),
  agentName: z.string().nullable(),
  /** False: its drafts and outbox are kept, but it needs its password or token again. */
  signedIn: z.boolean(),
  /** By query: conversations assigned to me with unread messages, and what has not left this computer. */
  unread: z.number().int().nonnegative(),
  unsent: z.number().int().nonnegative(),
});
export type WorkspaceEntry = z.infer<typeof WorkspaceEntry>;

export const SignInWith = z.discriminatedUnion('kind', [
  /** Chatwoot: the access token of the profile page. */
  z.object({ kind: z.literal('token'), token: z.string().trim().min(1).max(500) }),
  z.object({
    kind: z.literal('password'),
    email: z.string().trim().min(3).max(320),
    password: z.string().min(1).max(1000),
  }),
  /** The second step, of the same server: the code of an authenticator app, or one of the backup codes. */
  z.object({ kind: z.literal('code'), challenge: z.string(), code: z.string().trim().min(4).max(40) }),
  /** The last step where one person has several accounts on that server. */
  z.object({ kind: z.literal('account'), challenge: z.string(), accountId: z.number().int() }),
]);
export type SignInWith = z.infer<typeof SignInWith>;

export const SignInAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-in'), workspaceId: WorkspaceId }),
  /** `challenge` stands for what was said so far; it is good for five minutes and for this run. */
  z.object({ kind: z.literal('needs-code'), challenge: z.string() }),
  z.object({
    kind: z.literal('choose-account'),
    challenge: z.string(),
    accounts: z.array(z.object({ id: z.number().int(), name: z.string() })),
  }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** Where the tokens of this computer are kept, said honestly: `memory` forgets them with this run. */
export const VaultKind = z.enum(['system', 'file', 'memory']);
export type VaultKind = z.infer<typeof VaultKind>;
