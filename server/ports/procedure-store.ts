// Port: deployed procedure versions and drafts. Every adapter passes tests/server/ports/procedure-store.ts.
// Promises: a version is stored as the exact bytes given and never changes; versions of a key count 1, 2, 3 … without a gap;
// deploying or saving from an older state than the newest changes nothing (`stale`). Times are epoch milliseconds.
import type { Json, JsonObject, TimedStart } from '../../engine/index.ts';

export interface ProcedureVersion {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  /** Id of the process in the drawing that this procedure runs. */
  readonly process: string;
  readonly xml: Uint8Array;
  readonly rules?: Json;
  /** Form key → form. */
  readonly forms: JsonObject;
  /** Lower-case hex SHA-256. */
  readonly hash: string;
  readonly messageStarts: readonly string[];
  /** Whatever lists want to show without reading the drawing. */
  readonly summary: JsonObject;
  readonly note: string;
  readonly deployedAt: number;
  readonly deployedBy: string;
}
export interface Draft {
  readonly key: string;
  readonly revision: number;
  readonly baseVersion: number;
  readonly xml: string;
  readonly savedAt: number;
  readonly savedBy: string;
}

/** One turn of a timer start event that is due, taken for the length of a lease. */
export interface DueStart {
  readonly key: string;
  readonly version: number;
  readonly element: string;
  /** ISO 8601 date, duration or cycle, counted from `armedAt`. */
  readonly text: string;
  readonly armedAt: number;
  /** Turns before this one. */
  readonly fired: number;
  readonly dueAt: number;
  /** This attempt counted: 1 is the first. */
  readonly attempts: number;
}

export interface ProcedureStore {
  newest(key: string): Promise<ProcedureVersion | undefined>;
  version(key: string, version: number): Promise<ProcedureVersion | undefined>;
  /** Newest version of every procedure that a message of this name starts. */
  startedBy(message: string): Promise<readonly { readonly key: string; readonly version: number }[]>;
  /**
   * `version` must be the newest plus one. A draft of the key is removed with it. Its timer starts are armed in place of the older
   * versions'; what was due under those before the deployment and is not done stays due.
   */
  deploy(version: ProcedureVersion, starts?: readonly TimedStart[]): Promise<'deployed' | 'stale'>;
  /** Takes starts that are due at `at`: nobody else gets one until `leaseMs` is over. */
  takeStarts(request: { readonly at: number; readonly leaseMs: number; readonly limit: number }): Promise<readonly DueStart[]>;
  /** A turn was done: the next one is armed, or none where there is none or a newer version is in force. Twice is once. */
  moveStart(start: DueStart, nextAt: number | undefined): Promise<void>;
  /** A try failed: again at `at`. */
  putOffStart(start: DueStart, at: number, error: string): Promise<void>;
  draft(key: string): Promise<Draft | undefined>;
  /** `revision` names the revision it was made from (0: none saved yet); stored under the next one. */
  saveDraft(draft: Draft): Promise<{ readonly saved: Draft } | 'stale'>;
  /** `stale` when the stored draft has another revision, or there is none. */
  discardDraft(key: string, revision: number): Promise<'discarded' | 'stale'>;
}
