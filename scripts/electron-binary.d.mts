/** The executable's path, or null if it is not there. */
export declare function findElectron(): string | null;
/** Why Electron cannot show a window here even with its binary, or null. */
export declare function electronObstacle(): string | null;
