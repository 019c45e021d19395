import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { groupHits } from '../../../shared/search/group-hits.ts';
import { insertOperator } from '../../../shared/search/insert-operator.ts';
import { parseSearch } from '../../../shared/search/query.ts';

const hit = (id: number, conversationId: number) =>
  ({ conversationId, contactName: `c${conversationId}`, channelName: 'Support', message: { id } }) as SearchHit;

describe('hits by conversation', () => {
  it('keeps newest first, and shows a message once', () => {
    const groups = groupHits([hit(9, 2), hit(8, 1), hit(7, 2), hit(8, 1)]);
    expect(groups.map(({ conversationId, hits }) => [conversationId, hits.map(({ message }) => message.id)])).toEqual([
      [2, [9, 7]],
      [1, [8]],
    ]);
  });
});

describe('operators put in by a button', () => {
  const today = '2026-11-03';

  it('stand apart from the words, with what is to be typed selected', () => {
    expect(insertOperator('refund', 6, 'from-me', today)).toEqual({ text: 'refund from:me ', from: 15, to: 15 });
    const before = insertOperator('refund old', 7, 'before', today);
    expect([before.text, before.text.slice(before.from, before.to)]).toEqual(['refund before:2026-11-03 old', today]);
    const within = insertOperator('', 0, 'in', today);
    expect([within.text, within.from, within.to]).toEqual(['in:"" ', 4, 4]);
  });

  it('are read as what they say', () => {
    const text = (['from-customer', 'note', 'file', 'before'] as const).reduce(
      (all, operator) => insertOperator(all, all.length, operator, today).text,
      'bike',
    );
    expect(parseSearch(text)).toMatchObject({
      starts: ['bike'],
      from: 'customer',
      note: true,
      file: true,
      before: today,
    });
  });
});
