/** `privateKey`: PEM. */
export function signList(text: string, privateKey: string): string;
