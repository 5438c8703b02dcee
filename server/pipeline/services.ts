// What every command and view may use: the ports, the roster, and how this house was started. Chosen once, in main.ts.
import type { CaseStore } from '../ports/case-store.ts';
import type { CaseViews } from '../ports/case-views.ts';
import type { People } from '../ports/people.ts';
import type { ProcedureStore } from '../ports/procedure-store.ts';
import type { ActFeed } from './act-feed.ts';
import type { Desk } from './desk.ts';
import type { ProcedureLibrary } from './procedure-library.ts';
import type { RosterKeeper } from './who-acts.ts';

export interface Services {
  readonly people: People;
  readonly roster: RosterKeeper;
  readonly procedures: ProcedureStore;
  readonly library: ProcedureLibrary;
  readonly cases: CaseStore;
  readonly desk: Desk;
  readonly feed: ActFeed;
  readonly views: CaseViews;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** IANA zone in which days are counted. */
  readonly zone: string;
  /** Demonstration mode: its accounts may sign in and are listed. */
  readonly demo: boolean;
}
