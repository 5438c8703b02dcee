// How many acts a second become durable: through the store, through the whole desk, and beside them a bare `pg` client that does one
// transaction of three inserted rows and one updated row under a version check. Same server, in turn, round by round; medians and ratios.
// Store and desk write more than the bare client: the sealed record, the head, one duty and one debt replaced, the notice to followers.
// The desk also reads where the case stands before each act. On a busy machine the bare client's many sessions get more of the processor.
// Run: npx tsx tests/bench/durable.ts [seconds per measurement = 2] [rounds = 5]

import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { createCaseStore } from '../../server/adapters/postgres/case-store.ts';
import { openDatabase } from '../../server/adapters/postgres/database.ts';
import { migrate } from '../../server/adapters/postgres/migrate.ts';
import { openPeople } from '../../server/adapters/postgres/people.ts';
import { livingServer } from '../../server/adapters/postgres/postmaster.ts';
import { createProcedureStore } from '../../server/adapters/postgres/procedure-store.ts';
import { createDesk } from '../../server/pipeline/handle-command.ts';
import { procedureLibrary } from '../../server/pipeline/procedure-library.ts';
import { rosterKeeper } from '../../server/pipeline/who-acts.ts';
import { draw, end, start, user, xor } from '../engine/model/draw.ts';
import { clerk } from '../server/pipeline/readers.ts';
import { firstInstant, HandMadeCase, procedureMade, standingMade } from '../server/ports/hand-made-acts.ts';
import { embeddedPostgres } from '../server/throw-away.ts';

const seconds = Number(process.argv[2] ?? 2);
const rounds = Number(process.argv[3] ?? 5);
/** A case of a body has tens of acts, not thousands. */
const actsPerCase = 30;
const crowds = [1, 16, 64] as const;

const server = await embeddedPostgres();
await migrate(server.connection);
const database = openDatabase(server.connection, { connections: 16 });
const bare = new pg.Pool({ ...server.connection, max: 64 });
// At the end the server goes before the last idle connections do.
bare.on('error', () => undefined);
const store = createCaseStore(database);
const procedures = createProcedureStore(database);

/** Processor time of the server's processes in µs; NaN where /proc does not tell. */
function serverCpu(): number {
  try {
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(livingServer(join(dirname(server.connection.host), 'postgres')))], {
      encoding: 'utf8',
    });
    const pids = children.split('\n').map((line) => line.trim());
    return pids
      .filter((pid) => pid !== '')
      .reduce((sum, pid) => sum + Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000, 0);
  } catch {
    return Number.NaN;
  }
}
interface Measured {
  readonly rate: number;
  /** µs of processor per act, ours and the server's. */
  readonly cpu: number;
}

/** `count` workers, each doing one act after the other until time is up. */
async function measure(count: number, act: (worker: number) => Promise<void>): Promise<Measured> {
  const [ours, theirs] = [process.cpuUsage(), serverCpu()];
  const until = performance.now() + seconds * 1_000;
  const begun = performance.now();
  let acts = 0;
  await Promise.all(
    Array.from({ length: count }, async (_, worker) => {
      for (; performance.now() < until; acts++) await act(worker);
    }),
  );
  const rate = (acts * 1_000) / (performance.now() - begun);
  const { user: own, system } = process.cpuUsage(ours);
  return { rate, cpu: (own + system + serverCpu() - theirs) / acts };
}

async function bareWay(): Promise<(worker: number) => Promise<void>> {
  await bare.query('create table bare_case (id uuid primary key, version int not null, state text not null) with (fillfactor = 80)');
  await bare.query('create table bare_event (case_id uuid, n int, body bytea not null, primary key (case_id, n))');
  const cases = Array.from({ length: 64 }, () => ({ id: randomUUID(), version: 0 }));
  for (const { id } of cases) await bare.query("insert into bare_case values ($1, 0, 'open')", [id]);
  const body = Buffer.alloc(270, 120);
  return async (worker) => {
    const one = cases[worker];
    const client = await bare.connect();
    if (!one) throw new Error('no case for this worker');
    await client.query('begin');
    const n = one.version * 3;
    await client.query('insert into bare_event values ($1, $2, $5), ($1, $3, $5), ($1, $4, $5)', [one.id, n, n + 1, n + 2, body]);
    const { rowCount } = await client.query('update bare_case set version = version + 1, state = $3 where id = $1 and version = $2', [
      one.id,
      one.version,
      `at ${n}`,
    ]);
    await client.query('commit');
    client.release();
    if (rowCount !== 1) throw new Error('somebody else moved the case');
    one.version++;
  };
}

async function storeWay(): Promise<(worker: number) => Promise<void>> {
  await procedures.deploy(procedureMade());
  const cases = Array.from({ length: 64 }, () => new HandMadeCase(store));
  const work = (node: number) =>
    ({ node, duty: 'work', element: `Task_${node % 7}`, kind: 'bpmn:UserTask', status: 'open', offices: ['clerk'], persons: [] }) as const;
  const text = 'x'.repeat(760);
  return async (worker) => {
    let one = cases[worker];
    if (!one || one.version === actsPerCase) cases[worker] = one = new HandMadeCase(store);
    await one.append({
      text: `{"n":${one.version},"x":"${text}"}`,
      standing: standingMade({ work: [work(one.version)], owed: [{ kind: 'deadline', ref: one.version, dueAt: firstInstant + 1e9 }] }),
    });
  };
}

async function deskWay(): Promise<(worker: number) => Promise<void>> {
  const xml = draw(
    [start('s'), user('again', '<gc:assignment offices="clerk"/>'), xor('enough', 'default="f_enough_again"'), end('e')],
    ['s > again', 'again > enough', 'enough > again', 'enough > e : 1 = 2'],
  );
  const bytes = new TextEncoder().encode(xml);
  await procedures.deploy(procedureMade({ key: 'loop', process: 'P', xml: bytes, hash: createHash('sha256').update(bytes).digest('hex') }));
  const roster = rosterKeeper(openPeople(database));
  const desk = createDesk({
    cases: store,
    library: procedureLibrary(procedures),
    roster,
    now: Date.now,
    zone: 'Asia/Shanghai',
    owes: () => undefined,
    log: console,
  });
  const cases: string[] = [];
  return async (worker) => {
    const stand = await desk.stand(cases[worker] ?? randomUUID());
    const id = stand?.head.id ?? randomUUID();
    if (!stand || stand.head.version === actsPerCase) {
      cases[worker] = randomUUID();
      const command = { type: 'StartCase', case: cases[worker], title: 'bench', variables: {} } as const;
      await desk.order({ case: command.case, procedure: 'loop', command, reader: clerk });
      return;
    }
    const node = [...(stand?.state.nodes.values() ?? [])].find((one) => one.element === 'again')?.id ?? 0;
    const answer = await desk.order({ case: id, command: { type: 'CompleteTask', node, variables: { amount: 12 } }, reader: clerk });
    if (!answer.ok) throw new Error(answer.refusal.code);
  };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const ways = { bare: await bareWay(), store: await storeWay(), desk: await deskWay() };
type Way = keyof typeof ways;

const { rows: flush } = await bare.query<{ fsync: string; sync: string }>(
  "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync",
);
console.log(
  `durable acts per second; fsync ${flush[0]?.fsync}, synchronous_commit ${flush[0]?.sync}; ${rounds} rounds of ${seconds} s in turn; load ${loadavg()[0]?.toFixed(1)}`,
);
for (const way of Object.keys(ways) as Way[]) await measure(16, ways[way]);
const lines: Record<string, Record<string, string>> = {};
for (const count of crowds) {
  const found: Record<Way, Measured[]> = { bare: [], store: [], desk: [] };
  for (let round = 0; round < rounds; round++)
    for (const way of Object.keys(ways) as Way[]) found[way].push(await measure(count, ways[way]));
  for (const way of Object.keys(ways) as Way[]) {
    const rates = found[way].map((one) => one.rate);
    const ratio = (of: keyof Measured): string =>
      median(found[way].map((one, i) => one[of] / (found.bare[i]?.[of] ?? Number.NaN))).toFixed(2);
    lines[`${count} at once, ${way}`] = {
      'acts/s': median(rates).toFixed(0),
      'min–max': `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`,
      ': bare': ratio('rate'),
      'processor µs/act': median(found[way].map((one) => one.cpu)).toFixed(0),
      'processor : bare': ratio('cpu'),
    };
  }
}
console.table(lines);
console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`);
await bare.end();
await database.close();
await server.stop();
