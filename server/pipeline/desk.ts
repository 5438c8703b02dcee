// The desk at which cases are worked: what features need of the corridor to read where a case stands and to give it an order.
// handle-command is its maker; features see only this.
import type { CaseState, Command } from '../../engine/index.ts';
import type { CaseHead } from '../ports/case-store.ts';
import type { Outcome } from './outcome.ts';
import type { LoadedProcedure } from './procedure-library.ts';
import type { Reader } from './who-acts.ts';

/** A case as it stands now, with the procedure it is bound to. */
export interface CaseStand {
  readonly head: CaseHead;
  readonly state: CaseState;
  readonly loaded: LoadedProcedure;
}
export interface PersonsOrder {
  readonly case: string;
  readonly command: Command;
  readonly reader: Reader;
  /** Idempotency key, if the asker gave one. */
  readonly key?: string;
  /** Given exactly with StartCase. */
  readonly procedure?: string;
}
export interface CommandDone {
  readonly case: string;
  /** Number of records. */
  readonly version: number;
}
export interface Desk {
  stand(id: string): Promise<CaseStand | undefined>;
  /** Decides, records and answers. A refused attempt at a gate is recorded before it is answered. */
  order(order: PersonsOrder): Promise<Outcome<CommandDone>>;
}
