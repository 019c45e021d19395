/** What the composer knows, what can happen to it, and what it asks the page to do. The rules are in composer-machine.ts. */
import type { CannedResponse } from '../contract/entities.ts';
import type { LocalFile } from '../contract/files.ts';
import type { ConversationAction } from '../contract/outbox.ts';
import type { OnConversation } from './mentions.ts';
import type { CommandContext, CommandProblem } from './parse-command.ts';
import type { Variables } from './variables.ts';

export type ComposerMode = 'reply' | 'note';

export interface FieldText {
  readonly text: string;
  readonly caret: number;
}

/** A text with what hangs on it, as it is kept on the disk. */
export interface StoredDraft extends FieldText {
  readonly files?: readonly LocalFile[];
  readonly quotedId?: number | null;
}

export interface StoredDrafts {
  readonly reply: StoredDraft;
  readonly note: StoredDraft;
}

export interface ComposerMenu {
  readonly kind: 'command' | 'mention';
  /** What was typed behind the prefix. */
  readonly query: string;
  /** Position in `menuChoices(…)`. */
  readonly selected: number;
  /** Where the prefix stands in the text of the current mode. */
  readonly start: number;
}

/** A question only a person may answer; the page shows its sheet while this is set. */
export interface ComposerQuestion {
  /** `leak`: a reply that looks like a note (default answer: as-note). `use-as-reply`: a note to be sent to the customer. */
  readonly kind: 'leak' | 'use-as-reply';
  /** Exactly what would go out. */
  readonly text: string;
  /** For `leak`: what gave it away, such as "@ana", and where it stands. */
  readonly about: { readonly where: 'start' | 'inside'; readonly word: string } | null;
  /** Send and close was asked for. */
  readonly andClose: boolean;
}

/** One line under the field; i18n key and its params. */
export interface ComposerNotice {
  readonly key: CommandProblem['key'] | ComposerNoticeKey;
  readonly params: Readonly<Record<string, string | number>>;
}
export type ComposerNoticeKey =
  | 'composer.notice.locked' // a reply was submitted although it cannot go; the text stays
  | 'composer.notice.other-conversation' // the field belonged to another conversation; nothing was done
  | 'composer.notice.refused' // the core refused; the text stays
  | 'composer.notice.unanswered' // the wire broke first: done or not, nobody knows yet; the text stays
  | 'composer.notice.uploading' // a file is still on its way into this computer's store
  | 'composer.notice.files-no-template' // files cannot go into a template; they stay
  | 'composer.notice.too-long'; // { limit, length }

export interface ComposerState {
  readonly conversationId: number;
  readonly mode: ComposerMode;
  readonly reply: FieldText;
  readonly note: FieldText;
  /** Like the texts, they never change audience. */
  readonly files: Readonly<Record<ComposerMode, readonly LocalFile[]>>;
  /** The customer's message that the reply answers; only a reply has one. */
  readonly quotedId: number | null;
  readonly menu: ComposerMenu | null;
  readonly question: ComposerQuestion | null;
  readonly notice: ComposerNotice | null;
  /** Handed to the core, no answer yet. Everything stays in its place until the core has it (law 3). */
  readonly inFlight: InFlight | null;
  /** How a text that begins with a prefix got there; decides whether it is read as a command. */
  readonly prefix: { readonly reply: PrefixOrigin; readonly note: PrefixOrigin };
  /** An input method is in the middle of a word. */
  readonly composing: boolean;
}
export interface InFlight {
  readonly mode: ComposerMode;
  readonly text: string;
  readonly fileIds: readonly string[];
  readonly quotedId: number | null;
}
/** typed: may be a command · text: pasted, or the menu was left with Esc · doubled: `//` or `@@`, sent with one. */
export type PrefixOrigin = 'typed' | 'text' | 'doubled';

export interface ComposerContext extends CommandContext {
  /** The conversation the page shows at this moment. */
  readonly conversationId: number;
  /** The agent may not write to the customer here; notes still work. */
  readonly readOnly?: boolean;
  readonly canned: readonly CannedResponse[];
  /** Who has to do with this conversation, for the order of the mentions. */
  readonly onConversation: OnConversation;
  /** What ready texts may name. */
  readonly variables: Variables;
  /** A file for this audience is not stored yet. */
  readonly uploading: Readonly<Record<ComposerMode, boolean>>;
}

export type ComposerEvent =
  /** The field's whole new text after a key, a deletion, dictation … `mode` is the field it happened in. */
  | {
      readonly type: 'typed';
      readonly mode: ComposerMode;
      readonly text: string;
      readonly caret: number;
      readonly isComposing: boolean;
    }
  /** The same after a paste or drop. */
  | { readonly type: 'pasted'; readonly mode: ComposerMode; readonly text: string; readonly caret: number }
  /** A ready text or an emoji in place of what is selected (`from` … `to`). */
  | {
      readonly type: 'insert';
      readonly mode: ComposerMode;
      readonly text: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: 'caret'; readonly caret: number }
  /** Stored files, for the audience that was written to when they were chosen. */
  | { readonly type: 'files-added'; readonly mode: ComposerMode; readonly files: readonly LocalFile[] }
  | { readonly type: 'file-removed'; readonly mode: ComposerMode; readonly fileId: string }
  /** The reply answers this message; null: no message any more. */
  | { readonly type: 'quote'; readonly messageId: number | null }
  /** A button of the prefix row, or the keys `/`, `@`, `N` outside the field. */
  | { readonly type: 'prefix'; readonly prefix: 'command' | 'mention' | 'note' }
  | { readonly type: 'menu-move'; readonly by: 1 | -1 }
  /** Chooses the entry at `index`, or the selected one. */
  | { readonly type: 'menu-choose'; readonly index: number | null }
  | { readonly type: 'escape' }
  | { readonly type: 'switch-mode'; readonly mode: ComposerMode }
  /** Enter or the Send / Add note / Choose template… button. With an open menu: chooses its selected entry. */
  | { readonly type: 'submit'; readonly isComposing: boolean; readonly andClose?: boolean }
  /** The button "Keep as note" beside a locked reply. */
  | { readonly type: 'keep-as-note' }
  /** The menu entry "Use as reply…" of a note. */
  | { readonly type: 'use-as-reply' }
  | { readonly type: 'answer'; readonly answer: 'as-note' | 'to-customer' | 'keep-editing' }
  /** The core took what the last effect asked for, refused it, or its answer never came. */
  | { readonly type: 'accepted' }
  | { readonly type: 'refused' }
  | { readonly type: 'unanswered' }
  /** Something comes back to its own audience: late refusal, edit of a queued item. Goes before what is there. */
  | {
      readonly type: 'restored';
      readonly mode: ComposerMode;
      readonly text: string;
      readonly files?: readonly LocalFile[];
      readonly quotedId?: number | null;
    }
  /** The agent took an earlier text out of the history. It goes behind what its own audience's draft has. */
  | {
      readonly type: 'recalled';
      readonly mode: ComposerMode;
      readonly text: string;
      readonly files?: readonly LocalFile[];
    }
  | {
      readonly type: 'conversation-changed';
      readonly conversationId: number;
      readonly reply: StoredDraft;
      readonly note: StoredDraft;
    };

/** What the page has to do. After send-reply and add-note it answers with `accepted`, `refused` or `unanswered`. */
export type ComposerEffect =
  | SendReply
  | AddNote
  | { readonly type: 'act'; readonly conversationId: number; readonly action: ConversationAction }
  /** `text`: the reply to carry into a variable ('' : none). `search`: what `/template` was given. */
  | {
      readonly type: 'open-template-picker';
      readonly conversationId: number;
      readonly text: string;
      readonly search: string;
    }
  | { readonly type: 'ask-leak-guard'; readonly text: string }
  | { readonly type: 'ask-use-as-reply'; readonly text: string }
  | { readonly type: 'open-sms' }
  | { readonly type: 'explain-window' }
  | { readonly type: 'open-help' };

export interface SendReply {
  readonly type: 'send-reply';
  readonly conversationId: number;
  readonly text: string;
  readonly files: readonly string[];
  readonly quotedId: number | null;
  /** To be done once the core has the text; null: nothing. */
  readonly afterwards: ConversationAction | null;
}

export interface AddNote {
  readonly type: 'add-note';
  readonly conversationId: number;
  readonly text: string;
  readonly files: readonly string[];
  readonly afterwards: ConversationAction | null;
}

export interface ComposerStep {
  readonly state: ComposerState;
  readonly effect: ComposerEffect | null;
}
