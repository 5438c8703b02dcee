// Plain data as it crosses every border of the engine: what JSON can say, nothing else.
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** One text in the two languages of the system. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
