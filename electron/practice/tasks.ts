/** What each kind of planned job does when its moment comes. */
import { assertNever } from '../../shared/lang/assert.ts';
import { addActivity, setStatus, writeActivity } from './changes.ts';
import { runColleagueWorks, runCustomerAnswers, runCustomerWrites, runTemplateReview } from './life.ts';
import { runMacro } from './macros.ts';
import { runRefuse, runSend, runStatus } from './pipeline.ts';
import { conversationById } from './practice.ts';
import type { Practice } from './practice.ts';
import type { Task } from './state.ts';

/** `at`: when the job was due, epoch ms of the practice clock. */
export function runTask(practice: Practice, task: Task, at: number): void {
  switch (task.kind) {
    case 'activity':
      writeActivity(practice, task.conversationId, task.content, at);
      return;
    case 'send':
      runSend(practice, task.messageId, at);
      return;
    case 'status':
      runStatus(practice, task.messageId, task.status, at);
      return;
    case 'refuse':
      runRefuse(practice, task.messageId, task.error);
      return;
    case 'macro':
      runMacro(practice, task.macroId, task.conversationId, task.userId);
      return;
    case 'unsnooze':
      endSnooze(practice, task.conversationId, task.until, at);
      return;
    case 'customer-answers':
      runCustomerAnswers(practice, task.conversationId, at);
      return;
    case 'customer-writes':
      runCustomerWrites(practice);
      return;
    case 'colleague-works':
      runColleagueWorks(practice);
      return;
    case 'template-review':
      runTemplateReview(practice);
      return;
    default:
      assertNever(task, 'a planned job has a kind we know');
  }
}

/** Does nothing if the snooze was changed or ended meanwhile. */
function endSnooze(practice: Practice, conversationId: number, until: number, at: number): void {
  const conversation = conversationById(practice, conversationId);
  if (conversation?.status !== 'snoozed' || conversation.snoozedUntil !== until) return;
  setStatus(practice, conversation, 'open', null);
  addActivity(practice, conversation, 'Conversation was reopened by system', at);
}
