// Appends a group of acts: one call of append_acts, one commit. At most one act per case, in the order of case ids, so that two groups
// cannot wait for each other.
// The month's partition of the record is made on first need, outside the act's transaction.
import type { Act, Standing } from '../../../ports/case-store.ts';
import type { Queryable } from '../database.ts';

/** Feed positions of the acts that were appended, by their place in the group; the others were decided on an older version. */
export type AppendedPlaces = ReadonlyMap<number, number>;

const iso = (at: number): string => new Date(at).toISOString();
const monthOf = (at: number): string => `${iso(at).slice(0, 7)}-01`;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

const officesOf = (standing: Standing | undefined): string[] => unique(standing?.work.flatMap((item) => item.offices) ?? []);
const personsOf = (act: Act): string[] => unique([...act.persons, ...(act.standing?.work.flatMap((item) => item.persons) ?? [])]);

function headPart(act: Act, i: number): object {
  const { record, opens, standing } = act;
  return {
    i,
    case_id: act.case,
    expected: act.expected,
    prev: record.prev,
    hash: record.hash,
    at: iso(record.at),
    refused: record.refused,
    key: act.key,
    standing: standing !== undefined,
    offices: officesOf(standing),
    persons: personsOf(act),
    ...(opens && {
      month: monthOf(record.at),
      procedure_key: opens.procedure.key,
      procedure_version: opens.procedure.version,
      title: opens.title,
      by: opens.by,
    }),
    ...(standing && {
      status: standing.status,
      stands_at: standing.standsAt,
      awaits_supervision: standing.awaitsSupervision,
      open_objections: standing.openObjections,
      incidents: standing.incidents,
    }),
  };
}

const workPart = (act: Act, i: number): object[] =>
  (act.standing?.work ?? []).map(({ dueAt, ...item }) => ({ i, ...item, due_at: dueAt === undefined ? null : iso(dueAt) }));
const debtPart = (act: Act, i: number): object[] =>
  (act.standing?.owed ?? []).map(({ dueAt, ...debt }) => ({ i, ...debt, due_at: iso(dueAt) }));
const awaitingPart = (act: Act, i: number): object[] => (act.standing?.awaiting ?? []).map((wait) => ({ i, ...wait }));

export async function appendActs(queryable: Queryable, acts: readonly Act[]): Promise<AppendedPlaces> {
  const payloads: string[] = [];
  const thrown = acts.flatMap((act, at) =>
    act.thrown.map(({ payload, ...event }) => ({ i: at + 1, ...event, p: payloads.push(JSON.stringify(payload)) })),
  );
  const parts = (make: (act: Act, i: number) => object[]): string => JSON.stringify(acts.flatMap((act, at) => make(act, at + 1)));
  const { rows } = await queryable.query<{ i: number; feed: number }>('select * from append_acts($1, $2, $3, $4, $5, $6, $7, $8)', [
    parts((act, i) => [headPart(act, i)]),
    acts.map((act) => Buffer.from(act.record.bytes)),
    acts.map((act) => (act.snapshot === undefined ? null : JSON.stringify(act.snapshot))),
    parts(workPart),
    parts(debtPart),
    parts(awaitingPart),
    JSON.stringify(thrown),
    payloads,
  ]);
  return new Map(rows.map((row) => [row.i - 1, row.feed]));
}

/** Partitions of the months in which these acts open cases. */
export async function ensureMonths(queryable: Queryable, acts: readonly Act[]): Promise<void> {
  for (const month of unique(acts.filter((act) => act.opens).map((act) => monthOf(act.record.at))))
    await queryable.query('select ensure_record_month($1::date)', [month]);
}
