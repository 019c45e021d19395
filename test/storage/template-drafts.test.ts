/** Templates half filled in: part of the draft for the customer, gone when they are sent, back when they are not. */
import { describe, expect, test } from 'vitest';
import BetterSqlite3 from 'better-sqlite3';
import type { TemplateDraft } from '../../shared/contract/templates.ts';
import { emptyValues } from '../../shared/templates/render.ts';
import { applyBatch } from '../../electron/core/store/apply.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { files as filesStep } from '../../electron/core/store/migrations/desk/0030-files.ts';
import { outboxGuards } from '../../electron/core/store/migrations/desk/0020-outbox-guards.ts';
import { start as deskStart } from '../../electron/core/store/migrations/desk/0010-start.ts';
import { templateUses } from '../../electron/core/store/migrations/desk/0040-template-uses.ts';
import { keptFiles } from '../../electron/core/store/migrations/desk/0050-kept-files.ts';
import { deskSteps } from '../../electron/core/store/migrations/desk/steps.ts';
import { getConversation } from '../../electron/core/store/queries/conversations.ts';
import { draftConversationIds } from '../../electron/core/store/queries/drafts-view.ts';
import {
  clearDraft,
  getDraft,
  saveDraft,
  saveTemplateDraft,
  templateDrafts,
} from '../../electron/core/store/queries/drafts.ts';
import { addOutbox, removeOutbox } from '../../electron/core/store/queries/outbox.ts';
import type { Files } from '../../electron/core/store/sql.ts';
import { clientId, conversation, draft, item, openForTest, whatsapp } from './support/fixtures.ts';

const filled = (name: string, value: string): TemplateDraft => ({
  name,
  language: 'en',
  values: { ...emptyValues, body: { 1: value } },
  sources: value === '' ? {} : { 'body-1': 'you' },
});

function start(): Files {
  const files = openForTest();
  applyBatch(files, { channels: [whatsapp], conversations: [conversation(1)] });
  return files;
}

const send = (files: Files, name: string, number: number) =>
  addOutbox(files, {
    item: item(number, 1, { kind: 'template', name, language: 'en', values: filled(name, 'Mara').values, text: 'Hi' }),
  });

describe('templates half filled in', () => {
  test('several of one conversation are kept, the one touched last first; it counts as a draft', () => {
    const files = start();
    saveTemplateDraft(files.desk, 1, filled('follow_up', 'Mara'));
    saveTemplateDraft(files.desk, 1, filled('order_update', 'B-9'));
    saveTemplateDraft(files.desk, 1, filled('follow_up', 'Mara Singh'));
    expect(templateDrafts(files.desk, 1)).toEqual([filled('follow_up', 'Mara Singh'), filled('order_update', 'B-9')]);
    expect(templateDrafts(files.desk, 2)).toEqual([]);
    expect(draftConversationIds(files.desk)).toEqual([1]);
    expect(getConversation(files, 1)?.hasDraft).toBe(true);
  });

  test('the text beside them comes and goes without them; the last value taken out deletes the draft', () => {
    const files = start();
    const text = draft({ conversationId: 1, audience: 'customer', text: 'Dear Mara', caret: 9 });
    saveTemplateDraft(files.desk, 1, filled('follow_up', 'Mara'));
    saveDraft(files.desk, text);
    expect(getDraft(files.desk, 1, 'customer')).toEqual(text);
    clearDraft(files.desk, 1, 'customer', { text: 'Dear Mara', files: [] });
    expect(templateDrafts(files.desk, 1)).toEqual([filled('follow_up', 'Mara')]);
    saveDraft(files.desk, { ...text, text: '' });
    expect(templateDrafts(files.desk, 1)).toEqual([filled('follow_up', 'Mara')]);
    saveTemplateDraft(files.desk, 1, filled('follow_up', ''));
    expect(getDraft(files.desk, 1, 'customer')).toBeNull();
    expect(draftConversationIds(files.desk)).toEqual([]);
  });

  test('sending takes the one that was sent; cancelling it brings its values back, unless others were typed since', () => {
    const files = start();
    saveTemplateDraft(files.desk, 1, filled('follow_up', 'Mara'));
    saveTemplateDraft(files.desk, 1, filled('order_update', 'B-9'));
    send(files, 'follow_up', 1);
    expect(templateDrafts(files.desk, 1)).toEqual([filled('order_update', 'B-9')]);
    removeOutbox(files, { clientId: clientId(1), reason: 'cancelled' });
    expect(templateDrafts(files.desk, 1)[0]).toEqual({ ...filled('follow_up', 'Mara'), sources: {} });
    send(files, 'follow_up', 2);
    saveTemplateDraft(files.desk, 1, filled('follow_up', 'newer'));
    removeOutbox(files, { clientId: clientId(2), reason: 'cancelled' });
    expect(templateDrafts(files.desk, 1)[0]).toEqual(filled('follow_up', 'newer'));
  });

  test('an older desk keeps its drafts, without templates', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, [deskStart, outboxGuards, filesStep, templateUses, keptFiles]);
    db.exec(`INSERT INTO draft (conversation_id, audience, text, caret) VALUES (1, 'customer', 'so', 2)`);
    migrate(db, deskSteps);
    expect(getDraft(db, 1, 'customer')).toMatchObject({ text: 'so' });
    expect(templateDrafts(db, 1)).toEqual([]);
  });
});
