// How a feature declares what it offers: method, path, who may ask, shapes in and out, and the function that does it.
// Plain data: a feature knows nothing of the HTTP library. A route without a policy does not compile, and does not start.
import type { z } from 'zod';
import type { Words } from '../../engine/index.ts';
import type { Role } from '../contract/identity.ts';
import type { Language } from './answer.ts';
import type { Outcome } from './outcome.ts';
import type { Reader } from './who-acts.ts';

/** Who may ask: everybody, everybody signed in, or those with one of the roles. What may be *done* is the core's to say. */
export type Policy = 'anyone' | 'signedIn' | readonly [Role, ...Role[]];

export interface Call<P, Q, B, R> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reader: R;
  /** Epoch milliseconds at which the request arrived. */
  readonly at: number;
  readonly language: Language;
  readonly requestId: string;
  readonly ip: string;
  /** Idempotency-Key header of a command. */
  readonly key: string | undefined;
  readonly lastEventId: string | undefined;
  /** Aborted when the asker goes away (streams). */
  readonly gone: AbortSignal;
  /** Secret of the session cookie, for the session routes only. */
  readonly sessionSecret: string | undefined;
  /** Who the asker is now, asked anew: for answers that last longer than a moment. */
  readonly stillSignedIn: () => Promise<Reader | undefined>;
  /** Sets or clears the session cookie with the answer. */
  readonly orderCookie: (order: CookieOrder) => void;
}

type ReaderFor<A> = A extends 'anyone' ? Reader | undefined : Reader;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** An answer that is not JSON. `events` is sent as server-sent events. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}
/** A file of lines, given as a whole: a case's records are at most a few megabytes. */
export interface LinesFile {
  readonly name: string;
  readonly text: string;
}
/** What the session routes ask the HTTP side to do with the cookie. */
export type CookieOrder = { readonly set: string; readonly expiresAt: number } | { readonly clear: true };

interface RouteBase<A extends Policy> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly policy: A;
  readonly says: Words;
  /** Requests a minute from one address; none where absent. */
  readonly perMinute?: number;
}
interface Shapes<P, Q, B> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
}
type Handler<S, A, P, Q, B, O> = (services: S, call: Call<Parsed<P>, Parsed<Q>, Parsed<B>, ReaderFor<A>>) => Promise<Outcome<O>>;

/** A route as the HTTP side sees it: checked when it was declared, untyped here. */
export interface Route<S> extends RouteBase<Policy>, Shapes<z.ZodType, z.ZodType, z.ZodType> {
  readonly kind: 'json' | 'events' | 'lines';
  readonly answer?: z.ZodType;
  readonly status: number;
  readonly handle: (services: S, call: Call<never, never, never, never>) => Promise<Outcome<unknown>>;
}

export const routesOf = <S>() => ({
  json<
    A extends Policy,
    P extends z.ZodType | undefined = undefined,
    Q extends z.ZodType | undefined = undefined,
    B extends z.ZodType | undefined = undefined,
    O extends z.ZodType = z.ZodType,
  >(
    spec: RouteBase<A> &
      Shapes<P, Q, B> & { readonly answer: O; readonly status?: 200 | 201; readonly handle: Handler<S, A, P, Q, B, z.output<O>> },
  ): Route<S> {
    return erase<S>({ ...spec, kind: 'json', status: spec.status ?? 200 });
  },
  /** 204, no body. */
  empty<A extends Policy, P extends z.ZodType | undefined = undefined, Q extends z.ZodType | undefined = undefined>(
    spec: RouteBase<A> & { readonly params?: P; readonly query?: Q; readonly handle: Handler<S, A, P, Q, undefined, undefined> },
  ): Route<S> {
    return erase<S>({ ...spec, kind: 'json', status: 204 });
  },
  events<A extends Policy, Q extends z.ZodType | undefined = undefined>(
    spec: RouteBase<A> & {
      readonly query?: Q;
      readonly answer: z.ZodType;
      readonly handle: Handler<S, A, undefined, Q, undefined, AsyncIterable<StreamEvent>>;
    },
  ): Route<S> {
    return erase<S>({ ...spec, kind: 'events', status: 200 });
  },
  lines<A extends Policy, P extends z.ZodType | undefined = undefined>(
    spec: RouteBase<A> & {
      readonly params?: P;
      readonly handle: Handler<S, A, P, undefined, undefined, LinesFile>;
    },
  ): Route<S> {
    return erase<S>({ ...spec, kind: 'lines', status: 200 });
  },
});

// The declared shapes and the handler agree (the overload above checked it); the HTTP side only passes what the shapes parsed.
const erase = <S>(spec: object): Route<S> => spec as Route<S>;
