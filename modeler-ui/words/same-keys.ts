// Two languages, one set of keys: a type under which a missing or spare key does not compile.
export type SameKeys<T> = { readonly [S in keyof T]: { readonly [K in keyof T[S]]: string } };
