/**
 * Arguments and results cross by structured clone; functions, symbols and promises do not cross at all.
 * Electron: shell/common/v8_util.cc:165.
 */
export function cloneAcross<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch {
    throw new TypeError('An object could not be cloned.');
  }
}
