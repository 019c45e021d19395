/** Which address is answered by what. */
import * as account from './account-api.ts';
import { authenticate, checkAccount, isAnswer, signIn, signOut, validateToken } from './auth-api.ts';
import * as contacts from './contacts-api.ts';
import * as actions from './conversation-actions-api.ts';
import * as conversations from './conversations-api.ts';
import { answerFile } from './files.ts';
import { notFound } from './http.ts';
import type { Answer, Call, Request } from './http.ts';
import { executeMacro, listMacros } from './macros.ts';
import { deleteMessage, listMessages, postMessage } from './messages-api.ts';
import { conversationById } from './practice.ts';
import type { Practice } from './practice.ts';
import { searchMessages } from './search-api.ts';
import { postUpload } from './uploads.ts';
import { receiveWebhook, verifyWebhook } from './webhook.ts';

type Route = readonly [method: string, pattern: string, handler: (call: Call) => Answer];

/** Below `/api/v1/accounts/:account`. */
const accountRoutes: readonly Route[] = [
  ['GET', '', account.getAccount],
  ['GET', 'cache_keys', account.getCacheKeys],
  ['GET', 'inboxes', account.listInboxes],
  ['GET', 'inboxes/:inbox', account.getInbox],
  ['POST', 'inboxes/:inbox/sync_templates', account.syncTemplates],
  ['GET', 'agents', account.listAgents],
  ['GET', 'assignable_agents', account.listAssignableAgents],
  ['GET', 'teams', account.listTeams],
  ['GET', 'teams/:team/team_members', account.listTeamMembers],
  ['GET', 'labels', account.listLabels],
  ['GET', 'canned_responses', account.listCannedResponses],
  ['GET', 'macros', listMacros],
  ['POST', 'macros/:macro/execute', executeMacro],
  ['POST', 'upload', postUpload],
  ['GET', 'search/messages', searchMessages],
  ['GET', 'notifications', account.listNotifications],
  ['GET', 'notifications/unread_count', account.countNotifications],
  ['GET', 'contacts', contacts.listContacts],
  ['POST', 'contacts', contacts.createContact],
  ['GET', 'contacts/search', contacts.searchContacts],
  ['GET', 'contacts/:contact', contacts.getContact],
  ['PUT', 'contacts/:contact', contacts.updateContact],
  ['GET', 'contacts/:contact/conversations', contacts.contactConversations],
  ['GET', 'contacts/:contact/contactable_inboxes', contacts.contactableInboxes],
  ['GET', 'conversations', conversations.listConversations],
  ['POST', 'conversations', conversations.createConversation],
  ['GET', 'conversations/meta', conversations.conversationsMeta],
  ['GET', 'conversations/:conversation', conversations.getConversation],
  ['DELETE', 'conversations/:conversation', actions.deleteConversation],
  ['GET', 'conversations/:conversation/messages', listMessages],
  ['POST', 'conversations/:conversation/messages', postMessage],
  ['DELETE', 'conversations/:conversation/messages/:message', deleteMessage],
  ['POST', 'conversations/:conversation/toggle_status', actions.toggleStatus],
  ['POST', 'conversations/:conversation/toggle_priority', actions.togglePriority],
  ['POST', 'conversations/:conversation/toggle_typing_status', account.nothing],
  ['POST', 'conversations/:conversation/assignments', actions.assign],
  ['GET', 'conversations/:conversation/labels', actions.getLabels],
  ['POST', 'conversations/:conversation/labels', actions.setLabels],
  ['POST', 'conversations/:conversation/custom_attributes', actions.setCustomAttributes],
  ['POST', 'conversations/:conversation/update_last_seen', actions.updateLastSeen],
  ['POST', 'conversations/:conversation/unread', actions.markUnread],
];

const profileRoutes: readonly Route[] = [
  ['GET', '/api/v1/profile', account.getProfile],
  ['POST', '/api/v1/profile/availability', account.setAvailability],
];

/** The path's named parts if it has the pattern's shape. A fixed word wins over a name because it stands first. */
function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

function find(
  routes: readonly Route[],
  method: string,
  path: string,
): { handler: Route[2]; params: Record<string, string> } | null {
  for (const [routeMethod, pattern, handler] of routes) {
    const params = routeMethod === method ? match(pattern, path) : null;
    if (params !== null) return { handler, params };
  }
  return null;
}

/** Everything but `/practice` and `/cable`. */
export function answer(practice: Practice, request: Request): Answer {
  const { method, path } = request;
  const open = answerWithoutSignIn(practice, request);
  if (open !== null) return open;
  if (!path.startsWith('/api/v1/')) return notFound;
  const user = authenticate(practice, request);
  if (isAnswer(user)) return user;
  const [, id, rest = ''] = /^\/api\/v1\/accounts\/(\d+)(?:\/(.*?))?\/?$/.exec(path) ?? [];
  const problem = id === undefined ? null : checkAccount(id);
  if (problem !== null) return problem;
  const found = id === undefined ? find(profileRoutes, method, path) : find(accountRoutes, method, rest);
  if (found === null) return notFound;
  const conversation = conversationById(practice, Number(found.params['conversation']));
  if (found.params['conversation'] !== undefined) {
    if (conversation === undefined || !conversations.isVisible(practice, conversation, user)) return notFound;
  }
  // Routes without a conversation in their pattern never read this field.
  const call = { practice, request, user, params: found.params, conversation } as Call;
  return found.handler(call);
}

function answerWithoutSignIn(practice: Practice, request: Request): Answer | null {
  const { method, path } = request;
  switch (`${method} ${path}`) {
    case 'GET /api':
      return account.serverVersion(practice);
    case 'POST /auth/sign_in':
      return signIn(practice, request);
    case 'DELETE /auth/sign_out':
      return signOut(practice, request);
    case 'GET /auth/validate_token':
      return validateToken(practice, request);
    default:
  }
  if (path.startsWith('/webhooks/whatsapp/')) {
    if (method === 'POST') return receiveWebhook(practice, request);
    if (method === 'GET') return verifyWebhook(request);
  }
  return method === 'GET' && path.startsWith('/rails/active_storage/') ? answerFile(practice, path) : null;
}
