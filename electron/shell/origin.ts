/** Where the desk's page lives. The scheme is ours alone, so one host is the whole origin. */
export const deskScheme = 'app';
export const deskHost = 'desk';
export const deskOrigin = `${deskScheme}://${deskHost}`;
export const deskStart = `${deskOrigin}/index.html`;

/**
 * True for an address or an origin of our page. Compares the parsed parts, never a prefix: `app://desk.evil.example`
 * starts like ours. (`URL.origin` is `null` for a scheme that the URL standard does not know.)
 */
export function isDeskAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${deskScheme}:` &&
    url.host === deskHost &&
    url.username === '' &&
    url.password === ''
  );
}
