// From a decision to the act that the store appends: the sealed record, where the case now stands, what it threw.
// Promise: who, when, command, events and the exact procedure version are in the record's bytes; nothing is left out or added later.
import {
  type CaseEvent,
  type CaseState,
  type Command,
  type Facts,
  type JsonObject,
  noPrevious,
  type RefusalCode,
  saveCase,
  sealRecord,
} from '../../engine/index.ts';
import type { Act, CaseHead, Thrown } from '../ports/case-store.ts';
import { sha256 } from './fold-records.ts';
import { owedOf } from './owed-of.ts';

export interface Decided {
  readonly head: CaseHead | undefined;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly command: Command;
  readonly facts: Facts;
  /** The attempt was refused and is itself the fact. */
  readonly refusal?: RefusalCode;
  readonly key?: string;
}
export type SealedAct =
  | { readonly ok: true; readonly act: Act; readonly head: CaseHead }
  | { readonly ok: false; readonly code: 'variables.too-large' | 'request.invalid' };

/** A snapshot is saved with every so-manieth record: no more than that many are folded when a case is loaded. */
const recordsPerSnapshot = 25;

function thrownBy(events: readonly CaseEvent[]): Thrown[] {
  return events.flatMap((event, index): Thrown[] => {
    if (event.type === 'MessageSent') return [{ kind: 'message', index, name: event.name, payload: event.payload }];
    return event.type === 'SignalSent' ? [{ kind: 'signal', index, name: event.name, payload: {} }] : [];
  });
}

function headAfter(decided: Decided, hash: string): CaseHead {
  const { head, state, facts } = decided;
  const { key, version } = state.procedure;
  return {
    id: state.id,
    procedure: { key, version },
    title: state.title,
    status: state.status,
    version: (head?.version ?? 0) + 1,
    hash,
    startedAt: head?.startedAt ?? facts.at,
    startedBy: head?.startedBy ?? facts.by.person,
    changedAt: facts.at,
  };
}

export function sealAct(decided: Decided): SealedAct {
  const { head, state, events, command, facts, refusal, key } = decided;
  const n = (head?.version ?? 0) + 1;
  const prev = head?.hash ?? noPrevious;
  const { kind, person, office } = facts.by;
  const sealed = sealRecord(
    {
      v: 1,
      case: state.id,
      n,
      prev,
      at: new Date(facts.at).toISOString(),
      by: kind === 'system' ? 'system' : { person, office },
      procedure: state.procedure,
      command,
      events,
      ...(refusal !== undefined && { refusal }),
      ...(key !== undefined && { key }),
    },
    sha256,
  );
  if (!sealed.ok) return { ok: false, code: sealed.code === 'record.too-large' ? 'variables.too-large' : 'request.invalid' };
  const after = headAfter(decided, sealed.hash);
  const act: Act = {
    case: state.id,
    expected: n - 1,
    record: { prev, hash: sealed.hash, bytes: sealed.bytes, at: facts.at, refused: refusal !== undefined },
    ...(key !== undefined && { key }),
    ...(head === undefined && { opens: { procedure: after.procedure, title: state.title, by: person } }),
    ...(refusal === undefined && { standing: owedOf(state, facts.at) }),
    thrown: thrownBy(events),
    persons: kind === 'system' ? [] : [person],
    ...(n % recordsPerSnapshot === 0 && { snapshot: saveCase(state) satisfies JsonObject }),
  };
  return { ok: true, act, head: after };
}
