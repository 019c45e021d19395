/** The executable's path, or null if it is not there. */
export declare function findElectron(): string | null;
