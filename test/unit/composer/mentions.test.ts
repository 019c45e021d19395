import { describe, expect, it } from 'vitest';
import { linkMentions, matchMentions, mentionName } from '../../../shared/composer/mentions.ts';
import { agents, teams } from './support.ts';

const who = { agents, teams };
const names = (query: string, on?: Parameters<typeof matchMentions>[2]): readonly string[] =>
  matchMentions(who, query, on).map(mentionName);

describe('mentions', () => {
  it('list the present first, teams before who is away, by any word of the name, at most eight', () => {
    expect(names('l')).toEqual(['Ana Lima']);
    expect(names('')).toEqual(['Ana Lima', 'Ana', 'Retail', 'Returns', 'Team West', 'Ben (Night)']);
    expect(names('team')).toEqual(['Retail', 'Returns', 'Team West']);
    const many = Array.from({ length: 20 }, (_, id) => ({ id, name: `A${id}`, availability: 'online' as const }));
    expect(matchMentions({ agents: many, teams }, 'a')).toHaveLength(8);
  });

  it('put who is on this conversation before everybody else', () => {
    expect(names('', { agentIds: [8], teamId: 22 }).slice(0, 3)).toEqual(['Retail', 'Ben (Night)', 'Ana Lima']);
  });

  it.each([
    ['@Ana', '[@Ana](mention://user/9/Ana)'],
    ['@Ana Lima!', '[@Ana Lima](mention://user/7/Ana%20Lima)!'],
    ['@Returns', '[@Returns](mention://team/21/Returns)'],
    ['@Team West: look', '[@Team West](mention://team/23/Team%20West): look'],
    ['@Anabel', '@Anabel'],
    ['mail@Ana', 'mail@Ana'],
    ['@Ben (Night) ok', '[@Ben (Night)](mention://user/8/Ben%20%28Night%29) ok'],
    ['[@Ana](mention://user/9/Ana)', '[@Ana](mention://user/9/Ana)'],
    ['a @ b', 'a @ b'],
    ['@@Ana', '@@Ana'],
  ])('%s', (text, expected) => {
    expect(linkMentions(text, who)).toBe(expected);
  });

  it('a person wins over a team of the same name', () => {
    const both = { agents, teams: [{ id: 5, name: 'Ana' }] };
    expect(linkMentions('@Ana', both)).toBe('[@Ana](mention://user/9/Ana)');
  });

  it('survive names that are no proper text', () => {
    const odd = { id: 3, name: 'x\uD800', availability: 'online' as const };
    expect(linkMentions('@x\uD800', { agents: [odd], teams: [] })).toContain('mention://user/3/');
  });
});
