/** The only user of `ipcMain`: one channel for calls, one for events. */
import { dispatchTo, type CallTarget } from '../../shared/contract/dispatch.ts';
import { ipcCallChannel, type Reply } from '../../shared/contract/wire.ts';
import type { Log } from '../core/ports.ts';
import type { InvokeEvent, IpcMainLike } from './surface.ts';

export interface IpcOptions {
  readonly ipcMain: IpcMainLike;
  readonly isTrusted: (event: InvokeEvent) => boolean;
  readonly core: CallTarget;
  readonly log: Log;
  readonly checkAnswers: boolean;
}

export function answerCalls({ ipcMain, isTrusted, core, log, checkAnswers }: IpcOptions): void {
  const onError = (name: string, error: unknown): void => {
    log.write('error', 'call failed', { call: name, error: error instanceof Error ? error.stack : String(error) });
  };
  ipcMain.handle(ipcCallChannel, async (event, workspace, name, payload): Promise<Reply> => {
    if (!isTrusted(event)) {
      log.write('warn', 'call from a foreign frame refused');
      return { ok: false, error: { code: 'forbidden-sender', detail: 'Only the desk itself may call.' } };
    }
    return dispatchTo(core, { workspace, name, payload }, { onError, checkAnswers });
  });
}
