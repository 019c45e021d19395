/**
 * Which addresses may be handed to the operating system. Everything else could start a program with arguments that a
 * customer wrote (`file:`, `ms-msdt:`, UNC paths), so there is a short list of what is allowed and none of what is not.
 */
const allowedProtocols: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:']);
const longest = 4096;

/** The address in its parsed spelling, or null if it must not be opened. */
export function externalAddress(address: string): string | null {
  if (address.length > longest) return null;
  // The URL parser drops tabs and line breaks and trims spaces; what the agent saw was then not what opens.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f\\]/.test(address)) return null;
  const url = URL.parse(address);
  if (url === null || !allowedProtocols.has(url.protocol)) return null;
  // `https://bank.example@evil.example` reads like the bank.
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}
