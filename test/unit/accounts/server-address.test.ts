import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseServerAddress } from '../../../shared/accounts/server-address.ts';

const someIpv6 = fc.ipV6().map((address) => `https://[${address}]/`);

describe('the address of a server', () => {
  it.each([
    ['chat.example.com', 'https://chat.example.com'],
    ['  https://Chat.Example.com/  ', 'https://chat.example.com'],
    ['https://chat.example.com:443/', 'https://chat.example.com'],
    ['https://chat.example.com:8443//', 'https://chat.example.com:8443'],
    ['https://chat.example.com/app/accounts/3/conversations/7?inbox=1#m9', 'https://chat.example.com'],
    ['https://chat.example.com/app/login', 'https://chat.example.com'],
    ['https://chat.example.com/auth/sign_in', 'https://chat.example.com'],
    ['https://tools.example.com/chat/app/accounts/3/dashboard', 'https://tools.example.com/chat'],
    ['tools.example.com/chat/', 'https://tools.example.com/chat'],
    ['HTTPS://chat.example.com', 'https://chat.example.com'],
    ['localhost:3000', 'http://localhost:3000'],
    ['http://localhost:3000/app', 'http://localhost:3000'],
    ['https://localhost:3000', 'https://localhost:3000'],
    ['chat.localhost', 'http://chat.localhost'],
    ['127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.1.2.3/', 'http://127.1.2.3'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
    ['büro.example', 'https://büro.example'],
    ['intranet', 'https://intranet'],
    ['192.0.2.7:8443', 'https://192.0.2.7:8443'],
    ['https://xn--bro-hoa.example', 'https://xn--bro-hoa.example'],
    ['chat.example.com.', 'https://chat.example.com'],
    ['https://chat.example.com.:8443/app', 'https://chat.example.com:8443'],
    ['http://localhost./', 'http://localhost'],
    ['[2001:db8::1]', 'https://[2001:db8::1]'],
    ['https://[2001:DB8:0:0:0:0:0:1]:8443/chat/app', 'https://[2001:db8:0:0:0:0:0:1]:8443/chat'],
    ['https://[::2]', 'https://[::2]'],
    ['[::1]', 'http://[::1]'],
    ['https://chat.example.com:80', 'https://chat.example.com:80'],
    ['https://chat.example.com:08443', 'https://chat.example.com:8443'],
    ['https://tools.example.com/a/%2e%2E/chat/./app', 'https://tools.example.com/a/chat'],
    ['https://tools.example.com/Chat/', 'https://tools.example.com/Chat'],
  ])('%s is %s', (typed, url) => {
    expect(parseServerAddress(typed)).toEqual({ ok: true, url });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['http://chat.example.com', 'insecure'],
    ['http://10.0.0.7:3000', 'insecure'],
    ['http://127.0.0.1.example.com', 'insecure'],
    ['http://localhost.example.com', 'insecure'],
    ['http://notlocalhost', 'insecure'],
    ['https://sam:secret@chat.example.com', 'has-password'],
    ['https://token@chat.example.com', 'has-password'],
    ['sam@example.com', 'has-password'],
    ['ftp://chat.example.com', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['chat example com', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https:///app', 'not-an-address'],
    ['chat..example.com', 'not-an-address'],
    ['-chat.example.com', 'not-an-address'],
    ['A.0', 'not-an-address'],
    ['chat.example.0x1f', 'not-an-address'],
    ['1.2.3', 'not-an-address'],
    ['192.0.2.256', 'not-an-address'],
    ['192.0.02.7', 'not-an-address'],
    ['https://chat.example.com:99999', 'not-an-address'],
    ['http://[2001:db8::1]', 'insecure'],
    ['http://[::2]', 'insecure'],
    ['http://0.0.0.0:3000', 'insecure'],
    ['http://[::]:3000', 'insecure'],
    ['https://:secret@chat.example.com', 'has-password'],
    ['https://sam:@chat.example.com', 'has-password'],
    ['https://[::1', 'not-an-address'],
    ['https://[1:2:3]', 'not-an-address'],
    ['https://[1:2:3:4:5:6:7:8:9]', 'not-an-address'],
    ['https://[1::2::3]', 'not-an-address'],
    ['https://[12345::]', 'not-an-address'],
    ['https://[::ffff:127.0.0.1]', 'not-an-address'],
    ['https://[fe80::1%eth0]', 'not-an-address'],
    ['chat.example.com..', 'not-an-address'],
    ['chat.-example.com', 'not-an-address'],
    ['.', 'not-an-address'],
    ['https://chat.example.com:0', 'not-an-address'],
    ['https://chat.example.com:', 'not-an-address'],
    ['//chat.example.com', 'not-an-address'],
    ['127.1', 'not-an-address'],
    ['2130706433', 'not-an-address'],
    ['0x7f000001', 'not-an-address'],
    ['chat_server.example.com', 'not-an-address'],
    ['cha\u00adt.example.com', 'not-an-address'],
    ['https://chat.example.com\n/x', 'not-an-address'],
    ['https://chat.example.com\\@evil.example', 'has-password'],
  ])('%j is refused: %s', (typed, why) => {
    expect(parseServerAddress(typed)).toEqual({ ok: false, why });
  });

  it('what it accepts, the network reads as the same host, and it is stable', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.domain(), someIpv6),
        (typed) => {
          const first = parseServerAddress(typed);
          if (!first.ok) return;
          expect(parseServerAddress(first.url)).toEqual(first);
          const url = new URL(first.url);
          expect(url.protocol).toBe('https:');
          expect(url.hostname).toBe(new URL(typed.includes('://') ? typed : `https://${typed}`).hostname);
          expect([url.username, url.search, url.hash, first.url.endsWith('/')]).toEqual(['', '', '', false]);
        },
      ),
    );
  });

  it('never lets a token travel unprotected to another computer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        for (const typed of [text, `http://${text}`, `//${text}`]) {
          const parsed = parseServerAddress(typed);
          if (!parsed.ok) continue;
          const url = new URL(parsed.url);
          const isLocal = /^(\[::1\]|(.*\.)?localhost|127\.\d+\.\d+\.\d+)$/.test(url.hostname);
          expect(url.protocol === 'https:' || isLocal, typed).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
