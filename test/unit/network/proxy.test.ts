import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manualProxy, proxyFromEnv, proxyFromPac } from '../../../shared/network/proxy.ts';

const url = 'https://chat.example.com/api';
const shown = (choice: ReturnType<typeof proxyFromPac>): string =>
  choice.kind === 'direct' ? 'direct' : choice.kind === 'proxy' ? choice.url : `? ${choice.what}`;

describe('what a system or a script answers', () => {
  it.each([
    ['', 'direct'],
    ['DIRECT', 'direct'],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['proxy proxy.example', 'http://proxy.example:80'],
    ['HTTPS proxy.example', 'https://proxy.example:443'],
    ['PROXY [2001:db8::1]:3128', 'http://[2001:db8::1]:3128'],
    ['PROXY a:1; DIRECT', 'http://a:1'],
    ['DIRECT; PROXY a:1', 'direct'],
    ['SOCKS5 socks.example:1081', 'socks5://socks.example:1081'],
    ['SOCKS socks.example:1080', '? SOCKS socks.example:1080'],
    ['PROXY', '? http://'],
    ['PROXY user:secret@a:1', '? http://user:secret@a:1'],
  ])('%j is %s', (answer, way) => {
    expect(shown(proxyFromPac(answer, url))).toBe(way);
  });
});

describe('what the environment says', () => {
  it.each([
    [{}, url, 'direct'],
    [{ HTTPS_PROXY: 'http://a:1' }, url, 'http://a:1'],
    [{ https_proxy: 'http://b:1', HTTPS_PROXY: 'http://a:1' }, url, 'http://b:1'],
    [{ HTTP_PROXY: 'http://a:1' }, url, 'direct'],
    [{ HTTP_PROXY: 'http://a:1' }, 'http://chat.example.com', 'http://a:1'],
    [{ HTTPS_PROXY: 'http://a:1' }, 'wss://chat.example.com/cable', 'http://a:1'],
    [{ ALL_PROXY: 'a:1' }, url, 'http://a:1'],
    [{ ALL_PROXY: 'socks5h://a:1' }, 'wss://chat.example.com/cable', 'socks5://a:1'],
    [{ HTTPS_PROXY: 'http://ana:pw@a:1/' }, url, 'http://a:1'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: '*' }, url, 'direct'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'x, chat.example.com' }, url, 'direct'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'example.com' }, url, 'direct'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: '.example.com' }, url, 'direct'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: '*.example.com' }, url, 'direct'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'ample.com' }, url, 'http://a:1'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'chat.example.com:8443' }, url, 'http://a:1'],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'chat.example.com:443' }, url, 'direct'],
  ])('%j leads to %s by %s', (env, target, way) => {
    expect(shown(proxyFromEnv(env, target))).toBe(way);
  });
});

describe('a proxy set by hand', () => {
  it.each([
    ['proxy.example:3128', 'http://proxy.example:3128'],
    ['https://proxy.example', 'https://proxy.example:443'],
    [' http://proxy.example:80/ ', 'http://proxy.example:80'],
    ['', '? '],
    ['SOCKS5://a', 'socks5://a:1080'],
    ['socks5h://ana:secret@a:1', 'socks5://a:1'],
    ['socks4://ana:secret@a:1', '? socks4://a:1'],
    ['a b', '? http://a b'],
  ])('%j is %s', (address, way) => {
    expect(shown(manualProxy(address, '', url))).toBe(way);
  });

  it('never leads to this computer, whatever is set', () => {
    const here = fc.constantFrom(
      'http://localhost:3000',
      'https://127.0.0.1',
      'ws://[::1]:1/cable',
      'http://a.localhost/x',
    );
    fc.assert(
      fc.property(here, fc.string(), (target, text) => {
        expect(proxyFromPac(`PROXY ${text}`, target)).toEqual({ kind: 'direct' });
        expect(manualProxy(text, '', target)).toEqual({ kind: 'direct' });
        expect(proxyFromEnv({ ALL_PROXY: text, HTTPS_PROXY: text }, target)).toEqual({ kind: 'direct' });
      }),
    );
  });
});
