/** Profile, account, inboxes, people, labels: what a client reads once and refreshes by cache key (chatwoot-api §1.3, §4, §6, §8.2). */
import { asInteger, asRecord, asString, empty, fail, notAllowed, notFound, ok } from './http.ts';
import type { Answer, Call } from './http.ts';
import { cacheKeys } from './life.ts';
import { accountId, inboxById } from './practice.ts';
import type { Practice } from './practice.ts';
import { restAgent, restInbox, restProfile, restTeam } from './render-rest.ts';

/** `GET /api`, without a sign-in. The timestamp is UTC with second precision: a clock source for clients. */
export const serverVersion = (practice: Practice): Answer =>
  ok({
    version: '4.10.0',
    timestamp: new Date(practice.clock.now()).toISOString().slice(0, 19).replace('T', ' '),
    queue_services: 'ok',
    data_services: 'ok',
  });

export const getProfile = ({ practice, user }: Call): Answer => ok(restProfile(practice, user));

export function setAvailability({ practice, user, request }: Call): Answer {
  const availability = asString(asRecord(asRecord(request.body)['profile'])['availability']);
  if (availability === 'online' || availability === 'busy' || availability === 'offline') {
    user.availability = availability;
    practice.changed();
  }
  return ok(restProfile(practice, user));
}

export const getAccount = ({ practice }: Call): Answer =>
  ok({
    id: accountId,
    name: practice.state.accountName,
    locale: 'en',
    domain: null,
    support_email: null,
    status: 'active',
    features: { labels: true, macros: true, canned_responses: true, inbox_management: true, team_management: true },
    settings: {},
    cache_keys: cacheKeys(practice),
    latest_chatwoot_version: null,
  });

export const getCacheKeys = ({ practice }: Call): Answer => ok({ cache_keys: cacheKeys(practice) });

export const listInboxes = ({ practice, user }: Call): Answer =>
  ok({
    payload: practice.state.inboxes
      .filter((inbox) => user.role === 'administrator' || inbox.memberIds.includes(user.id))
      .map((inbox) => restInbox(inbox, user)),
  });

export function getInbox({ practice, user, params }: Call): Answer {
  const inbox = inboxById(practice, Number(params['inbox']));
  if (inbox === undefined) return notFound;
  return user.role === 'administrator' || inbox.memberIds.includes(user.id) ? ok(restInbox(inbox, user)) : notAllowed;
}

export function syncTemplates({ practice, user, params }: Call): Answer {
  const inbox = inboxById(practice, Number(params['inbox']));
  if (inbox === undefined) return notFound;
  if (user.role !== 'administrator') return notAllowed;
  return inbox.channelType === 'Channel::Whatsapp'
    ? ok({ message: 'Template sync initiated successfully' })
    : fail(422, 'Template sync is only available for WhatsApp channels');
}

export const listAgents = ({ practice }: Call): Answer =>
  ok(practice.state.users.map((user) => restAgent(practice, user)));

export function listAssignableAgents({ practice, request }: Call): Answer {
  const ids = request.query.getAll('inbox_ids[]').map((id) => asInteger(id));
  const inboxes = practice.state.inboxes.filter((inbox) => ids.includes(inbox.id));
  const users = practice.state.users.filter(
    (user) => user.role === 'administrator' || inboxes.every((inbox) => inbox.memberIds.includes(user.id)),
  );
  return ok({ payload: users.map((user) => restAgent(practice, user)) });
}

export const listTeams = ({ practice, user }: Call): Answer =>
  ok(practice.state.teams.map((team) => restTeam(practice, team.id, user.id)));

export function listTeamMembers({ practice, params }: Call): Answer {
  const team = practice.state.teams.find((other) => other.id === Number(params['team']));
  if (team === undefined) return notFound;
  const members = practice.state.users.filter((user) => team.memberIds.includes(user.id));
  return ok(members.map((user) => restAgent(practice, user)));
}

export const listLabels = ({ practice }: Call): Answer =>
  ok({ payload: practice.state.labels.map((label) => ({ ...label, show_on_sidebar: true })) });

export const listCannedResponses = ({ practice, request }: Call): Answer => {
  const search = (request.query.get('search') ?? '').toLowerCase();
  const at = new Date(practice.state.inboxesChangedAt).toISOString();
  return ok(
    cannedResponses
      .filter(([code, content]) => `${code} ${content}`.toLowerCase().includes(search))
      .map(([code, content], index) => ({
        id: index + 1,
        account_id: accountId,
        short_code: code,
        content,
        created_at: at,
        updated_at: at,
      })),
  );
};

const cannedResponses: readonly (readonly [code: string, content: string])[] = [
  ['hello', 'Hello {{contact.name}}, this is {{agent.name}} from Harbour & Pine. How can I help?'],
  ['tracking', 'You can follow your parcel at https://track.example.com at any time.'],
  ['return', 'You can return any item within 30 days. I will send you a label by email.'],
  ['thanks', 'Thank you for your patience! Is there anything else I can do for you?'],
];

export const listNotifications = (): Answer =>
  ok({ data: { meta: { unread_count: 0, count: 0, current_page: 1 }, payload: [] } });
export const countNotifications = (): Answer => ok(0);
export const nothing = (): Answer => empty;
