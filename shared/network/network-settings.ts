/** How servers are reached. */
import { z } from 'zod';

export const NetworkSettings = z.object({
  /** `system`: what the computer says, scripts (PAC) included; in the browser host, HTTPS_PROXY and the like. */
  proxy: z.enum(['system', 'none', 'manual']),
  /** For `manual`: `proxy.example:3128`, with `https://` before it if it speaks TLS itself. */
  proxyAddress: z.string().trim().max(300),
  /** For `manual`: hosts that are reached without it, with commas between; `.example.com` for all below. */
  proxyBypass: z.string().trim().max(2000),
  /** Absolute path of a PEM file whose authorities are trusted beside the system's; empty: none. */
  caFile: z.string().trim().max(1000),
  /** Absolute path of a PKCS #12 file (.p12, .pfx) that is shown to servers that ask; empty: none. */
  certificateFile: z.string().trim().max(1000),
});
export type NetworkSettings = z.infer<typeof NetworkSettings>;
