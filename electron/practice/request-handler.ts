/** One HTTP request from the first byte to the last: log, fault plan, answer, save, send. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerControl, isControlPath } from './control.ts';
import type { Controls } from './control.ts';
import { fail, readRequest, sendAnswer } from './http.ts';
import type { Intercept, LoggedRequest, Request } from './http.ts';
import type { Outage } from './outage.ts';
import { answer } from './routes.ts';

const mostLoggedRequests = 5_000;

export interface Handling {
  readonly controls: Controls;
  readonly outage: Outage;
  readonly requests: LoggedRequest[];
  /** Asked anew for each request: tests change it. */
  readonly intercept: () => Intercept | undefined;
  readonly onProblem: (problem: unknown) => void;
}

export function createRequestHandler(handling: Handling): RequestListener {
  const { clock } = handling.controls.practice;
  return (message, response) => {
    handle(handling, message, response).catch((problem: unknown) => {
      // A request whose sender went away is not our problem.
      if (message.socket.destroyed) return;
      handling.onProblem(problem);
      if (response.headersSent) message.socket.destroy();
      else sendAnswer(response, fail(500, 'Internal Server Error'), clock.now());
    });
  };
}

async function handle(handling: Handling, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { controls, outage } = handling;
  const { practice } = controls;
  const isControl = isControlPath((message.url ?? '').split('?')[0] ?? '');
  if (isControl) outage.spare(message.socket);
  else if (outage.isOn()) return void message.socket.destroy();
  const request = await readRequest(message);
  const logged = log(handling, request);
  const fault = isControl ? undefined : ((await handling.intercept()?.(logged)) ?? undefined);
  if (fault?.kind === 'answer') return sendAnswer(response, fault, practice.clock.now());
  if (fault?.kind === 'destroy') return void message.socket.destroy();
  const result = isControl ? answerControl(controls, request) : answer(practice, request);
  await practice.settled();
  if (fault?.kind === 'lose-answer') return void message.socket.destroy();
  sendAnswer(response, fault ?? result, practice.clock.now());
}

function log({ requests, controls }: Handling, { method, path, query, body }: Request): LoggedRequest {
  const at = controls.practice.clock.now();
  const logged = { method, path, query: query.size === 0 ? '' : `?${query.toString()}`, body, at };
  requests.push(logged);
  if (requests.length > mostLoggedRequests) requests.shift();
  return logged;
}
