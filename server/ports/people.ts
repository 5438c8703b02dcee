// Persons, offices, bodies, accounts and sessions as the server keeps them.
// Promise: `roster` is all that was, is and will be held, so that the state at any moment is computed from it; `version` changes with every change of it.
import type { Words } from '../../engine/index.ts';

export interface Term {
  /** Epoch milliseconds; `until` is exclusive, absent while open. */
  readonly from: number;
  readonly until?: number;
}
export interface Holding extends Term {
  readonly person: string;
  readonly office: string;
}
export interface Membership extends Term {
  readonly body: string;
  readonly person: string;
  readonly office: string;
  readonly chair: boolean;
  readonly order: number;
}
export interface Roster {
  readonly version: number;
  readonly persons: ReadonlyMap<string, string>;
  readonly offices: ReadonlyMap<string, Words>;
  readonly bodies: ReadonlyMap<string, Words>;
  readonly holdings: readonly Holding[];
  readonly memberships: readonly Membership[];
}

export interface Account {
  readonly name: string;
  readonly person: string;
  /** As features/identity/password writes it. */
  readonly passwordHash: string;
  /** Made by demonstration mode: refused outside it. */
  readonly demo: boolean;
}
export interface SessionRow {
  readonly person: string;
  readonly account: string;
  readonly demo: boolean;
  readonly startedAt: number;
  readonly seenAt: number;
  /** Roster version at this moment, so that one look-up serves both. */
  readonly rosterVersion: number;
}
export interface NewSession {
  /** SHA-256 of the cookie's secret; the secret itself is never stored. */
  readonly idHash: Uint8Array;
  readonly account: string;
  readonly at: number;
}
/** Ends of life of a session, in milliseconds. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** Everything a town needs before its first case; `addTown` is all or nothing and only for an empty house. */
export interface Town {
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly offices: readonly { readonly key: string; readonly name: Words }[];
  readonly bodies: readonly { readonly key: string; readonly name: Words }[];
  readonly holdings: readonly Holding[];
  readonly memberships: readonly Membership[];
  readonly accounts: readonly Account[];
}

export interface People {
  rosterVersion(): Promise<number>;
  roster(): Promise<Roster>;
  account(name: string): Promise<Account | undefined>;
  demoAccounts(): Promise<readonly Account[]>;
  openSession(session: NewSession): Promise<void>;
  /** Nothing when it is unknown, too old, idle too long, its account is closed, or an office of its person ended after it began. */
  session(idHash: Uint8Array, at: number, limits: SessionLimits): Promise<SessionRow | undefined>;
  /** Notes that the session was used; a time earlier than the noted one changes nothing. */
  touchSession(idHash: Uint8Array, at: number): Promise<void>;
  closeSession(idHash: Uint8Array): Promise<void>;
  /** Removes sessions that can never be valid again. */
  sweepSessions(at: number, limits: SessionLimits): Promise<number>;
  /** False, and nothing changed, when any person exists already. */
  addTown(town: Town): Promise<boolean>;
}
