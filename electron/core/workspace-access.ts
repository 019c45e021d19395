/** Which workspace to sign in to, said the same way by both hosts, so that they come to the same folder. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { WorkspaceAccess } from './ports.ts';

/** The part of the practice server that is needed here; the entry brings the real one. */
export type StartPractice = (options: {
  port: number;
  dataFile: string;
  lively: boolean;
}) => Promise<{ url: string; apiAccessToken: string; webhook: string; stop(): Promise<void> }>;

export interface PracticeAccess {
  readonly access: WorkspaceAccess;
  /** Where WhatsApp's webhooks would arrive. */
  readonly webhook: string;
  stop(): Promise<void>;
}

/** The id names the workspace's folder: readable, and still different for two servers whose names read the same. */
export function serverAccess(serverUrl: string, token: string): WorkspaceAccess {
  const name = new URL(serverUrl).host.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const id = `${name}-${createHash('sha256').update(serverUrl).digest('hex').slice(0, 8)}`;
  return { id, serverUrl, token };
}

/** Starts the practice server with its state in the data folder. */
export async function practiceAccess(startPractice: StartPractice, dataFolder: string): Promise<PracticeAccess> {
  const dataFile = join(dataFolder, 'practice', 'state.json');
  const practice = await startPractice({ port: 0, dataFile, lively: true });
  return {
    access: { id: 'practice', serverUrl: practice.url, token: practice.apiAccessToken },
    webhook: practice.webhook,
    stop: () => practice.stop(),
  };
}
