/** What a help desk knows beside conversations: ready texts, macros, customers and who is at their window. */
import {
  ConnectorError,
  type Connector,
  type ConversationWithMessages,
  type FoundMessage,
  type NewConversation,
  type Profile,
  type ReferenceAnswer,
} from '../../electron/core/connectors/connector.ts';
import type { ConversationPatch, MessagePatch } from '../../electron/core/store/records.ts';
import type { CannedResponse, Contact, Macro } from '../../shared/contract/entities.ts';
import type { Template } from '../../shared/contract/templates.ts';

export const whatsappChannel = {
  id: 3,
  name: 'Support',
  kind: 'whatsapp',
  phoneNumber: '+15550783881',
  windowMs: 24 * 3_600_000,
  capabilities: { templates: true, groups: false, calls: false },
} as const;
export const smsChannel = { ...whatsappChannel, id: 4, name: 'SMS', kind: 'sms', windowMs: null } as const;

export const me = { id: 7, name: 'Sam Rivera', availability: 'online' } as const;
export const ana = { id: 8, name: 'Ana Costa', availability: 'online' } as const;

export const returns = { id: 2, name: 'Returns' } as const;
export const teams = [returns];

export const orderUpdate: Template = {
  channelId: whatsappChannel.id,
  name: 'order_update',
  language: 'en_US',
  category: 'utility',
  status: 'approved',
  parameterFormat: 'positional',
  header: null,
  body: 'Hello {{1}}, your order is on its way.',
  footer: null,
  buttons: [],
  namespace: null,
};

const mentionPage = 25;

export abstract class FakeOffice {
  readonly canned: CannedResponse[] = [{ id: 1, shortCode: 'hello', text: 'Hello, how can I help?' }];
  readonly macros: Macro[] = [
    { id: 5, name: 'Close as spam', writesToCustomer: false, steps: ['add_label', 'change_status'] },
    { id: 6, name: 'Say goodbye', writesToCustomer: true, steps: ['send_message', 'change_status'] },
  ];
  readonly contacts = new Map<number, Contact>();
  readonly mentioned = new Set<number>();
  /** Which macro ran where, in order. */
  readonly macroRuns: { readonly conversationId: number; readonly macroId: number }[] = [];
  /** When presence was told, monotonic ms. */
  readonly presentAt: number[] = [];
  availability: Profile['agent']['availability'] = me.availability;
  /** Changes with the lists that the mark covers; null: this server has no marks. */
  mark: string | null = null;
  templates: readonly Template[] = [orderUpdate];
  #nextContactId = 9_001;

  protected abstract answered<T>(call: keyof Connector, detail: string, run: () => T): T;
  protected abstract allNewestFirst(): ConversationPatch[];
  protected abstract messagesIn(conversationId: number): MessagePatch[];
  abstract addConversation(id: number, change?: Partial<ConversationPatch>): void;
  abstract change(id: number, change: Partial<ConversationPatch>): void;

  async profile(): Promise<Profile> {
    const agent = { ...me, availability: this.availability };
    return this.answered('profile', '', () => ({ accountId: 1, accountName: 'Acme', agent }));
  }

  async setAvailability(availability: Profile['agent']['availability']): Promise<Profile> {
    return this.answered('setAvailability', availability, () => {
      this.availability = availability;
      return { accountId: 1, accountName: 'Acme', agent: { ...me, availability } };
    });
  }

  async reference(mark: string | null): Promise<ReferenceAnswer> {
    return this.answered('reference', mark === null ? '' : `since ${mark}`, () => {
      const isSame = mark !== null && mark === this.mark;
      const covered = {
        channels: [whatsappChannel, smsChannel],
        templates: this.templates,
        teams: teams.map((team) => ({ ...team, isMine: true })),
        labels: [],
      };
      const always = {
        agents: [{ ...me, availability: this.availability }, ana],
        canned: this.canned,
        macros: this.macros,
      };
      return { data: isSame ? always : { ...covered, ...always }, mark: this.mark };
    });
  }

  async mentions(page: number): Promise<readonly ConversationWithMessages[]> {
    return this.answered('mentions', String(page), () =>
      this.allNewestFirst()
        .filter(({ id }) => this.mentioned.has(id))
        .slice((page - 1) * mentionPage, page * mentionPage)
        .map((conversation) => this.withNewest(conversation)),
    );
  }

  async searchContacts(text: string): Promise<readonly Contact[]> {
    return this.answered('searchContacts', text, () =>
      [...this.contacts.values()].filter(
        ({ name, phoneNumber }) => name.includes(text) || phoneNumber?.includes(text) === true,
      ),
    );
  }

  async contactChannels(contactId: number) {
    return this.answered('contactChannels', String(contactId), () => [
      { channelId: whatsappChannel.id, address: `wa-${contactId}` },
      { channelId: smsChannel.id, address: `sms-${contactId}` },
    ]);
  }

  async conversationsOfContact(contactId: number): Promise<readonly ConversationWithMessages[]> {
    return this.answered('conversationsOfContact', String(contactId), () =>
      this.allNewestFirst()
        .filter(({ contact }) => contact?.id === contactId)
        .map((conversation) => this.withNewest(conversation)),
    );
  }

  async searchMessages(text: string): Promise<readonly FoundMessage[]> {
    return this.answered('searchMessages', text, () =>
      this.allNewestFirst()
        .flatMap(({ id }) => this.messagesIn(id))
        .filter((message) => message.text.includes(text))
        .map(({ id: messageId, conversationId }) => ({ messageId, conversationId })),
    );
  }

  async createContact(name: string, phoneNumber: string): Promise<Contact> {
    return this.answered('createContact', `${name} ${phoneNumber}`, () => {
      if ([...this.contacts.values()].some((contact) => contact.phoneNumber === phoneNumber)) {
        throw new ConnectorError('rejected', 'no', 422, 'Phone number has already been taken');
      }
      const contact = { id: this.#nextContactId++, name, phoneNumber, avatarUrl: null };
      this.contacts.set(contact.id, contact);
      return contact;
    });
  }

  async createConversation({ contactId, channelId, address, assigneeId }: NewConversation) {
    return this.answered('createConversation', `${contactId} ${channelId} ${address}`, () => {
      const id = Math.max(0, ...this.allNewestFirst().map((conversation) => conversation.id)) + 1;
      const contact = this.contacts.get(contactId) ?? { id: contactId, name: '', phoneNumber: null, avatarUrl: null };
      const assignee = assigneeId === me.id ? me : null;
      this.addConversation(id, { channelId, contact, assignee });
      return this.withNewest(this.allNewestFirst().find((conversation) => conversation.id === id)!);
    });
  }

  async markUnread(id: number): Promise<void> {
    this.answered('markUnread', String(id), () => this.change(id, { unread: 1 }));
  }

  async runMacro(conversationId: number, macroId: number): Promise<void> {
    this.answered('runMacro', `${macroId} in ${conversationId}`, () => {
      this.macroRuns.push({ conversationId, macroId });
    });
  }

  protected withNewest(conversation: ConversationPatch): ConversationWithMessages {
    return { conversation, messages: this.messagesIn(conversation.id).slice(-1) };
  }
}
