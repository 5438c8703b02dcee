// What find-programs.mjs offers, for tests written in TypeScript.
export declare function findChromium(): string | undefined;
export declare function findRedis(): string | undefined;
export declare function hasChineseFont(): boolean;
