/** The practice server as both hosts start it: the same state, in the same place. */
import { join } from 'node:path';
import type { GivenServer } from './accounts/workspaces.ts';

/** The part of the practice server that is needed here; the entry brings the real one. */
export type StartPractice = (options: {
  port: number;
  dataFile: string;
  lively: boolean;
}) => Promise<{ url: string; apiAccessToken: string; webhook: string; stop(): Promise<void> }>;

export interface PracticeAccess {
  readonly server: GivenServer;
  /** Where WhatsApp's webhooks would arrive. */
  readonly webhook: string;
  stop(): Promise<void>;
}

/** Starts the practice server with its state in the data folder. */
export async function practiceAccess(startPractice: StartPractice, dataFolder: string): Promise<PracticeAccess> {
  const dataFile = join(dataFolder, 'practice', 'state.json');
  const practice = await startPractice({ port: 0, dataFile, lively: true });
  return {
    server: { serverUrl: practice.url, token: practice.apiAccessToken },
    webhook: practice.webhook,
    stop: () => practice.stop(),
  };
}
