// What all effects share: their tools, how one try of a debt may end, and how long to wait before the next.
import type { CaseStore, Lease } from '../ports/case-store.ts';
import type { ProcedureStore } from '../ports/procedure-store.ts';
import type { WakeUps } from '../ports/wake-ups.ts';
import type { Desk } from './desk.ts';
import type { SystemDesk } from './handle-command.ts';
import type { JobHandlers } from './job-handlers.ts';

export interface EffectTools {
  readonly cases: CaseStore;
  readonly procedures: Pick<ProcedureStore, 'startedBy' | 'version' | 'takeStarts' | 'moveStart' | 'putOffStart'>;
  readonly desk: SystemDesk & Pick<Desk, 'stand'>;
  readonly wakeUps: WakeUps;
  readonly handlers: JobHandlers;
  readonly now: () => number;
  /** IANA zone in which days are counted. */
  readonly zone: string;
  readonly log: { error(details: object, message: string): void };
}
/** How one try of a debt ended. */
export type Tried =
  /** The case has been told, and its act has replaced what it owed. */
  | { readonly tried: 'done' }
  /** Nothing is owed any more. */
  | { readonly tried: 'settled' }
  | { readonly tried: 'putOff'; readonly at: number; readonly why: string };
export const done: Tried = { tried: 'done' };
export const settled: Tried = { tried: 'settled' };
export const putOff = (at: number, why: string): Tried => ({ tried: 'putOff', at, why });
/** 1 s, 4 s, 16 s … but never longer than `most`. */
export const backOff = (attempts: number, mostMs: number): number => Math.min(mostMs, 1_000 * 4 ** Math.min(attempts - 1, 12));

/** How long whoever took a debt may work at it before another may take it. */
export const lease: Lease = { jobMs: 60_000, otherMs: 10_000 };
