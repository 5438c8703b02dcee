// The corridor of every act: load the case, let the core decide, seal the record, append, answer. Maker of the desk.
// Promises: nothing is answered as done before it is durable; a refused attempt at a gate is on record before it is answered; a repeated key
// gets the first answer; a case that somebody else moved in the meantime is decided anew. The system's orders take the same way.
import {
  type Actor,
  type CaseState,
  type Command,
  decide,
  type Facts,
  parseRecord,
  type RefusalCode,
  refusalTable,
} from '../../engine/index.ts';
import type { Act, CaseStore, StandingDebt, StoredRecord } from '../ports/case-store.ts';
import type { Roster } from '../ports/people.ts';
import type { WakeUp } from '../ports/wake-ups.ts';
import { actingAs, systemActor } from './acting-as.ts';
import { type CaseShelf, caseShelf, type ShelvedCase } from './case-shelf.ts';
import type { CommandDone, Desk } from './desk.ts';
import { eventsOf, UnreadableRecord } from './fold-records.ts';
import { type InTurn, inTurn } from './in-turn.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { owedOf } from './owed-of.ts';
import type { LoadedProcedure, ProcedureLibrary } from './procedure-library.ts';
import { sealAct } from './seal-act.ts';
import { directoryAt, type RosterKeeper } from './who-acts.ts';

export interface DeskTools {
  readonly cases: CaseStore;
  readonly library: ProcedureLibrary;
  readonly roster: Pick<RosterKeeper, 'at' | 'latest'>;
  readonly now: () => number;
  readonly zone: string;
  /** Told what an act has made owed, after it is durable. */
  readonly owes: (wakeUps: readonly WakeUp[]) => void;
  readonly log: { error(details: object, message: string): void };
}
export interface SystemOrder {
  readonly case: string;
  readonly command: Command;
  readonly key?: string;
  /** Given exactly with StartCase. */
  readonly procedure?: string;
  /** Of the procedure; the newest where none is named. */
  readonly version?: number;
}
/** The desk as timers and workers use it. */
export interface SystemDesk {
  orderBySystem(order: SystemOrder): Promise<Outcome<CommandDone>>;
}
interface Order extends SystemOrder {
  readonly actor: (state: CaseState | undefined) => Actor;
  /** Offices and bodies at this moment. */
  readonly roster: () => Promise<Roster>;
}
interface Bench extends DeskTools {
  readonly shelf: CaseShelf;
  readonly turn: InTurn;
}

const mostTries = 12;

export function createDesk(tools: DeskTools): Desk & SystemDesk {
  const bench: Bench = { ...tools, shelf: caseShelf(tools.cases), turn: inTurn() };
  const perform = async (order: Order): Promise<Outcome<CommandDone>> => {
    try {
      return await bench.turn(order.case, () => settle(bench, order));
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      tools.log.error({ case: order.case, n: error.n, err: error }, 'a record cannot be read; the case rests until it is verified');
      return refused('record.unreadable');
    }
  };
  return {
    stand: async (id) => {
      const shelved = await bench.shelf.fresh(id);
      return shelved && { ...shelved, loaded: await procedureOf(bench, shelved) };
    },
    order: ({ reader, key, ...order }) =>
      // Keys belong to whoever chose them: nobody gets another's answer by guessing.
      perform({
        ...order,
        actor: (state) => actingAs(reader, state, order.command),
        // The reader was made from the newest roster a moment ago: it need not be asked for again.
        roster: async () => tools.roster.latest() ?? tools.roster.at(),
        ...(key !== undefined && { key: `${reader.person}:${key}` }),
      }),
    orderBySystem: (order) => perform({ ...order, actor: () => systemActor, roster: () => tools.roster.at() }),
  };
}

async function procedureOf(bench: Bench, { head }: ShelvedCase): Promise<LoadedProcedure> {
  const loaded = await bench.library.find(head.procedure.key, head.procedure.version);
  if (!loaded) throw new Error(`case ${head.id} is bound to ${head.procedure.key} version ${head.procedure.version}, which is not stored`);
  return loaded;
}

async function settle(bench: Bench, order: Order): Promise<Outcome<CommandDone>> {
  for (let tries = 1; tries <= mostTries; tries++) {
    const before = await answeredBefore(bench, order);
    if (before) return before;
    const answer = await attempt(bench, order, tries === 1);
    if (answer === 'again') continue;
    // Perhaps it was refused because it was done while it was being decided, by another process under the same key.
    return (answer.ok ? undefined : await answeredBefore(bench, order)) ?? answer;
  }
  return refused('case.changed-meanwhile');
}

async function answeredBefore(bench: Bench, { case: id, key }: Order): Promise<Outcome<CommandDone> | undefined> {
  const first = key === undefined ? undefined : await bench.cases.recordOfKey(id, key);
  return first && firstAnswer(first);
}

/** What is at hand may be behind; the first try trusts it, and only an append or a fresh look makes its answer final. */
async function attempt(bench: Bench, order: Order, trusting: boolean): Promise<Outcome<CommandDone> | 'again'> {
  const opens = order.command.type === 'StartCase';
  const atHand = trusting ? bench.shelf.kept(order.case) : undefined;
  // A new case is most likely new: the store says if it is not.
  const shelved = atHand ?? (opens && trusting ? undefined : await bench.shelf.fresh(order.case));
  if (!shelved && !opens) return refused('case.unknown');
  const loaded = shelved ? await procedureOf(bench, shelved) : await bench.library.find(order.procedure ?? '', order.version);
  if (!loaded) return refused('procedure.unknown');
  const facts = await factsFor(bench, order, shelved);
  const decision = decide(loaded.procedure, shelved?.state, order.command, facts);
  const { events, state } = decision;
  if (!decision.ok && (events.length === 0 || !state)) {
    if (atHand && (await bench.cases.version(order.case)) !== atHand.head.version) return 'again';
    return { ok: false, refusal: decision.refusal };
  }
  if (!state) throw new Error('a decision that was taken has a state');
  const sealed = sealAct({
    head: shelved?.head,
    state,
    events,
    command: order.command,
    facts,
    ...(!decision.ok && { refusal: decision.refusal.code }),
    ...(order.key !== undefined && { key: order.key }),
  });
  if (!sealed.ok) return refused(sealed.code);
  const appended = await bench.cases.append(sealed.act);
  if (appended.outcome === 'duplicate') return firstAnswer(appended.record);
  if (appended.outcome === 'conflict') {
    bench.shelf.drop(order.case);
    return 'again';
  }
  bench.shelf.put({ head: sealed.head, state });
  if (decision.ok) bench.owes(newlyOwed(shelved?.state, sealed.act));
  return decision.ok ? done({ case: order.case, version: appended.version }) : { ok: false, refusal: decision.refusal };
}

async function factsFor(bench: Bench, order: Order, shelved: ShelvedCase | undefined): Promise<Facts> {
  // Never before the record before, also where this machine's clock is behind another's.
  const at = Math.max(bench.now(), shelved?.head.changedAt ?? 0);
  return { at, by: order.actor(shelved?.state), directory: directoryAt(await order.roster(), at), zone: bench.zone };
}

function firstAnswer(first: StoredRecord): Outcome<CommandDone> {
  if (!first.refused) return done({ case: first.case, version: first.n });
  const attempted = eventsOf(first).find((event) => event.type === 'PassageRefused');
  const parsed = parseRecord(first.bytes);
  const code = parsed.ok ? parsed.record.refusal : undefined;
  if (!attempted || !isRefusal(code)) throw new UnreadableRecord(first.case, first.n, 'is a refusal without its reason');
  return refused(code, { element: attempted.element, awaited: attempted.awaited });
}
const isRefusal = (code: string | undefined): code is RefusalCode => code !== undefined && Object.hasOwn(refusalTable, code);

/** What this act has made owed that was not owed before. */
function newlyOwed(before: CaseState | undefined, { case: id, expected, record: { at }, standing, thrown }: Act): WakeUp[] {
  const named = (debt: StandingDebt): string => (debt.kind === 'job' ? `job ${debt.ref}` : `${debt.kind} ${debt.ref} ${debt.dueAt}`);
  const known = new Set(before ? owedOf(before, at).owed.map(named) : []);
  const debts = (standing?.owed ?? []).filter((debt) => !known.has(named(debt)));
  return [
    ...debts.map(({ kind, ref, dueAt }) => ({ case: id, kind, ref, at: dueAt })),
    ...thrown.map(({ kind, index }) => ({ case: id, kind, ref: thrownRef(expected + 1, index), at })),
  ];
}

/** The store names what was thrown by record and event. */
const thrownRef = (n: number, index: number): number => n * 65_536 + index;
