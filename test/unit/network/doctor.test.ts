import { describe, expect, it } from 'vitest';
import { findingCodes, findingOf, stepStates, steps, wordsOf } from '../../../shared/network/doctor.ts';

describe('what stands in the way', () => {
  it.each([
    // Node's sockets, OpenSSL and undici.
    ['ENOTFOUND · getaddrinfo ENOTFOUND chat.test', false, 'no-name'],
    ['ENOTFOUND · getaddrinfo ENOTFOUND proxy.test', true, 'proxy-unreachable'],
    ['ECONNREFUSED · connect ECONNREFUSED', false, 'not-reached'],
    ['ECONNREFUSED · connect ECONNREFUSED', true, 'proxy-unreachable'],
    ['Proxy response (407) !== 200 when HTTP Tunneling', true, 'proxy-sign-in'],
    ['Proxy response (403) !== 200 when HTTP Tunneling', true, 'proxy-refuses'],
    ['UND_ERR_SOCKS5_AUTH_REJECTED · No acceptable authentication method', true, 'proxy-sign-in'],
    ['UND_ERR_SOCKS5_AUTH_FAILED · Authentication failed', true, 'proxy-sign-in'],
    ['UND_ERR_SOCKS5_REPLY_2 · SOCKS5 connection failed: Connection not allowed by ruleset', true, 'proxy-refuses'],
    ['UND_ERR_SOCKS5_VERSION · Invalid SOCKS version: 72', true, 'proxy-unreachable'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE · unable to verify the first certificate', true, 'tls-authority'],
    ['SELF_SIGNED_CERT_IN_CHAIN', false, 'tls-authority'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', false, 'tls-authority'],
    ['CERT_HAS_EXPIRED · certificate has expired', false, 'tls-date'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', false, 'tls-name'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED · tlsv13 alert certificate required', false, 'tls-certificate-wanted'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE · sslv3 alert handshake failure', false, 'tls-certificate-wanted'],
    ['EPROTO · wrong version number', false, 'tls-other'],
    ['ENETUNREACH', false, 'offline'],
    ['UND_ERR_SOCKET · other side closed', false, 'timeout'],
    // Chromium.
    ['net::ERR_NAME_NOT_RESOLVED', false, 'no-name'],
    ['net::ERR_INTERNET_DISCONNECTED', true, 'offline'],
    ['net::ERR_PROXY_CONNECTION_FAILED', true, 'proxy-unreachable'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', true, 'proxy-refuses'],
    ['net::ERR_PROXY_AUTH_UNSUPPORTED', true, 'proxy-sign-in'],
    ['net::ERR_CERT_AUTHORITY_INVALID', false, 'tls-authority'],
    ['net::ERR_CERT_DATE_INVALID', false, 'tls-date'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', false, 'tls-name'],
    ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', false, 'tls-certificate-wanted'],
    ['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', false, 'tls-certificate-wanted'],
    ['net::ERR_SSL_PROTOCOL_ERROR', false, 'tls-other'],
    ['net::ERR_CONNECTION_REFUSED', false, 'not-reached'],
    ['net::ERR_CONNECTION_TIMED_OUT', false, 'timeout'],
    ['something new', false, 'timeout'],
  ] as const)('%s (by a proxy: %s) is %s', (words, viaProxy, finding) => {
    expect(findingOf({ words, viaProxy })).toBe(finding);
  });

  it('is said by the innermost error, also of several addresses', () => {
    const inner = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const error = new Error('fetch failed', { cause: new AggregateError([inner], '') });
    expect(wordsOf(error)).toBe('fetch failed · ECONNREFUSED · connect');
    expect(wordsOf('no error')).toBe('');
  });

  it('stops at one step: those before are free, those behind were not tried', () => {
    for (const finding of findingCodes) {
      const states = steps.map((step) => stepStates(finding)[step]);
      expect(states.join(' ')).toMatch(/^(ok )*failed( not-tried)*$/);
    }
    expect(Object.values(stepStates(null))).toEqual(steps.map(() => 'ok'));
  });
});
