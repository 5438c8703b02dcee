// Port: where cases and their records are kept. Every adapter passes tests/server/ports/case-store.ts.
// Promises: an acknowledged act is durable; a record is stored as the exact bytes given; n counts 1, 2, 3 … without a gap;
// an act made from an older version changes nothing (`conflict`); a repeated idempotency key changes nothing and yields the first
// record (`duplicate`); records, head, duties, debts and the notice to followers appear together or not at all.
// Failures: a lost database rejects; the act may then have happened — repeat it with the same key. Times are epoch milliseconds.
import type { CaseStatus, JsonObject } from '../../engine/index.ts';

export interface CaseHead {
  readonly id: string;
  readonly procedure: { readonly key: string; readonly version: number };
  readonly title: string;
  readonly status: CaseStatus;
  /** Number of records. */
  readonly version: number;
  /** Hash of the newest record, lower-case hex. */
  readonly hash: string;
  readonly startedAt: number;
  readonly startedBy: string;
  readonly changedAt: number;
}

export interface StoredRecord {
  readonly case: string;
  readonly n: number;
  /** Lower-case hex. */
  readonly prev: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly at: number;
  /** Place in the feed over all cases; grows within a case, has holes. */
  readonly position: number;
  readonly refused: boolean;
  readonly key?: string;
}

export interface LoadedCase {
  readonly head: CaseHead;
  readonly snapshot?: { readonly version: number; readonly state: JsonObject };
  /** Records after the snapshot (all, where there is none), in order. */
  readonly records: readonly StoredRecord[];
}

/** One open duty of people. */
export interface WorkItem {
  readonly node: number;
  readonly duty: 'work' | 'supervise' | 'answer';
  readonly element: string;
  readonly kind: string;
  readonly status: 'open' | 'held';
  readonly offices: readonly string[];
  readonly persons: readonly string[];
  readonly dueAt?: number;
}
/** What the machine owes because of where the case stands. `ref`: wait (timer, deadline) or node (job). */
export interface StandingDebt {
  readonly kind: 'timer' | 'deadline' | 'job';
  readonly ref: number;
  readonly topic?: string;
  readonly dueAt: number;
}
/** What this act threw towards others; owed until settled. `index`: place of the event in the record. */
export interface Thrown {
  readonly kind: 'message' | 'signal';
  readonly index: number;
  readonly name: string;
  readonly payload: JsonObject;
}
export interface Awaiting {
  readonly wait: number;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly key?: string;
}

/** Where the case stands after an act. Sets replace the sets before; a duty that goes on keeps the time it was opened. */
export interface Standing {
  readonly status: CaseStatus;
  readonly standsAt: readonly string[];
  readonly awaitsSupervision: boolean;
  readonly openObjections: number;
  readonly incidents: number;
  readonly work: readonly WorkItem[];
  readonly owed: readonly StandingDebt[];
  readonly awaiting: readonly Awaiting[];
}

export interface Act {
  readonly case: string;
  /** The version it was decided on; 0 opens the case. */
  readonly expected: number;
  readonly record: {
    readonly prev: string;
    readonly hash: string;
    readonly bytes: Uint8Array;
    readonly at: number;
    readonly refused: boolean;
  };
  /** Idempotency key, unique within the case. */
  readonly key?: string;
  /** Given exactly when expected is 0. */
  readonly opens?: { readonly procedure: { readonly key: string; readonly version: number }; readonly title: string; readonly by: string };
  /** Absent: the case stands as before (a refused attempt). */
  readonly standing?: Standing;
  readonly thrown: readonly Thrown[];
  /** People who acted; added to those who may see the case. */
  readonly persons: readonly string[];
  /** The state after this act, when it is time to save it. */
  readonly snapshot?: JsonObject;
}

export type Appended =
  | { readonly outcome: 'appended'; readonly version: number; readonly position: number }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'duplicate'; readonly record: StoredRecord };

/** One thing owed and due, taken by this worker for the length of its lease. */
export interface Debt {
  readonly case: string;
  readonly kind: 'timer' | 'deadline' | 'job' | 'message' | 'signal';
  readonly ref: number;
  readonly topic?: string;
  readonly detail: JsonObject;
  readonly dueAt: number;
  /** This attempt counted: 1 is the first. */
  readonly attempts: number;
  /** Where a message was about to be delivered when it was last tried. */
  readonly aim?: string;
}
/** For how long a debt is its taker's: jobs of the outside world need longer than what is done within the house. */
export interface Lease {
  readonly jobMs: number;
  readonly otherMs: number;
}
export type DebtName = Pick<Debt, 'case' | 'kind' | 'ref'>;

/** A message that came from outside under a key of its sender. */
export interface OutsideMessage {
  readonly sender: string;
  readonly key: string;
}

export interface CaseStore {
  load(id: string): Promise<LoadedCase | undefined>;
  /** Newest version of a case, to see whether a cached state is still the newest. */
  version(id: string): Promise<number | undefined>;
  append(act: Act): Promise<Appended>;
  /** Records of one case from `from` (1) on, at most `limit`, in order. */
  records(id: string, from: number, limit: number): Promise<readonly StoredRecord[]>;
  /** Record made under this key, if any. */
  recordOfKey(id: string, key: string): Promise<StoredRecord | undefined>;
  /** Records after a position, in order. Never skips one that is committed later: what is in flight bounds what is given. */
  feed(after: number, limit: number): Promise<readonly StoredRecord[]>;
  /** Last position that `feed` would give now. */
  feedEnd(): Promise<number>;
  /** Calls back soon after anything was appended by any process (perhaps too often, perhaps once for many). */
  onAppended(listener: () => void): Promise<{ stop(): Promise<void> }>;
  checkpoint(follower: string): Promise<number>;
  /** Moves a follower forward; never back. */
  moveCheckpoint(follower: string, position: number): Promise<void>;

  /** Takes what is due at `at`: nobody else gets it until its lease is over. With `only`, that one debt if it is due. */
  takeDue(request: { at: number; lease: Lease; limit: number; only?: DebtName }): Promise<readonly Debt[]>;
  /** What becomes due until `until`, for waking; takes nothing. */
  dueBefore(until: number, limit: number): Promise<readonly (DebtName & { readonly at: number })[]>;
  /** A try failed: again at `at`. */
  putOff(debt: DebtName, at: number, error: string): Promise<void>;
  /** A thrown message or signal was delivered, or a debt turned out to be void. */
  settle(debt: DebtName): Promise<void>;
  /** Notes where a message is about to go, before it goes, so that a second try cannot go elsewhere. */
  aim(debt: DebtName, at: string): Promise<void>;
  /** Where a message from outside was sent, if it came before. */
  messageAim(message: OutsideMessage): Promise<string | undefined>;
  /** Notes `now` in place of `was` before the message goes; answers the aim that holds, which may be another's. */
  aimMessage(message: OutsideMessage, aim: { was: string | undefined; now: string; at: number }): Promise<string>;
  /** Running cases that wait for a message or signal: those that ask for one of the keys first, then those that ask for none; older first. */
  waitingFor(
    kind: 'message' | 'signal',
    name: string,
    keys: readonly string[],
  ): Promise<readonly { readonly case: string; readonly key?: string }[]>;
}
