/** One sentence if `ours` is too old beside `latest`, or null. Both are versions such as `45.4.1`. */
export function whyUnsupported(ours: string, latest: string): string | null;
