// What the pages read: lists and lines over cases, duties and versions, with the right to see as part of the question.
// Promise: nothing is given that `Sees` does not cover; the check is in the query itself. Times are epoch milliseconds.

import type { CaseStatus, JsonObject } from '../../engine/index.ts';

/** Whose eyes: `all`, or the person with the offices held and bodies sat in at this moment. */
export type Sees = 'all' | { readonly person: string; readonly offices: readonly string[]; readonly bodies: readonly string[] };
export interface Window {
  readonly page: number;
  readonly size: number;
  readonly search?: string;
}
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface CaseRow {
  readonly id: string;
  readonly title: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly procedureVersion: number;
  readonly status: CaseStatus;
  readonly version: number;
  readonly startedAt: number;
  readonly changedAt: number;
  readonly startedBy: string;
  /** Element ids. */
  readonly standsAt: readonly string[];
  readonly overdue: boolean;
  readonly awaitsSupervision: boolean;
  readonly openObjections: number;
  readonly incidents: number;
}
export interface CaseFilter extends Window {
  readonly status?: CaseStatus;
  readonly procedure?: string;
  readonly watch?: 'supervision' | 'objection' | 'overdue' | 'incident';
  /** Leaves out what is not for the public: matters of appointment. */
  readonly publicOnly?: boolean;
}

export interface DutyRow {
  readonly case: string;
  readonly caseTitle: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly procedureVersion: number;
  readonly node: number;
  readonly element: string;
  readonly duty: 'work' | 'supervise' | 'answer';
  readonly status: 'open' | 'held';
  readonly openedAt: number;
  readonly dueAt?: number;
  readonly overdue: boolean;
}
export interface DutyFilter extends Window {
  readonly person: string;
  readonly offices: readonly string[];
  readonly at: number;
  readonly duty?: 'work' | 'supervise' | 'answer';
  readonly overdue?: boolean;
}

/** The newest version of a procedure. */
export interface ProcedureRow {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly deployedAt: number;
  readonly deployedBy: string;
  readonly summary: JsonObject;
  readonly hasDraft: boolean;
  readonly runningCases: number;
}
export interface VersionRow {
  readonly version: number;
  readonly hash: string;
  readonly deployedAt: number;
  readonly deployedBy: string;
  readonly note: string;
  readonly runningCases: number;
}

export interface CaseViews {
  cases(filter: CaseFilter, sees: Sees, at: number): Promise<Listed<CaseRow>>;
  case(id: string, sees: Sees, at: number): Promise<CaseRow | undefined>;
  /** One case as the public may know of it. */
  publicCase(id: string, at: number): Promise<CaseRow | undefined>;
  /** Those of the given cases that may be seen. */
  visible(ids: readonly string[], sees: Sees): Promise<ReadonlySet<string>>;
  /** Those of the given cases that the public may know of. */
  publicOnes(ids: readonly string[]): Promise<ReadonlySet<string>>;
  duties(filter: DutyFilter): Promise<Listed<DutyRow>>;
  /** When each open duty of a case was opened: node → time. */
  openedAt(id: string): Promise<ReadonlyMap<number, number>>;
  procedures(window: Window): Promise<Listed<ProcedureRow>>;
  procedure(key: string): Promise<ProcedureRow | undefined>;
  /** Newest first. */
  versions(key: string): Promise<readonly VersionRow[]>;
}
