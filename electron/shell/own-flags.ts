const ours = ['--data', '--server'] as const;

/**
 * Our flags out of Electron's argv, with their values. Chromium, debuggers and test drivers put switches of their own
 * there, which are not ours to judge; `npm start` has already refused what it does not know.
 */
export function ownFlags(argv: readonly string[]): readonly string[] {
  return argv.flatMap((arg, index) => {
    const name = ours.find((flag) => arg === flag || arg.startsWith(`${flag}=`));
    if (name === undefined) return [];
    const value = argv[index + 1];
    return arg === name && value !== undefined ? [arg, value] : [arg];
  });
}
