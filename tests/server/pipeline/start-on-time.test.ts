// Procedures that start by the clock: each turn one case, by the system, whoever tries and whoever dies; newer versions take over.
import { describe, expect, it } from 'vitest';
import { openPeople } from '../../../server/adapters/postgres/people.ts';
import { createProcedureStore } from '../../../server/adapters/postgres/procedure-store.ts';
import { deployProcedure } from '../../../server/pipeline/deploy-procedure.ts';
import { rosterKeeper } from '../../../server/pipeline/who-acts.ts';
import { catching, draw, end, message, start, timer } from '../../engine/model/draw.ts';
import { openBench, type Process, recordsOf } from './open-desk.ts';

const bench = openBench();
const hour = 3_600_000;
const day = 24 * hour;
const zone = 'Asia/Shanghai';

const startedBy = (definition: string): string =>
  draw([start('clock', definition), catching('paid', message()), end('e')], ['clock > paid', 'paid > e']);

const deploy = (key: string, definition: string, baseVersion = 0) =>
  deployProcedure(
    { procedures: createProcedureStore(bench.database), roster: rosterKeeper(openPeople(bench.database)), zone },
    { key, xml: startedBy(definition), process: 'P', forms: {}, baseVersion, note: 'test', by: 'test', at: bench.clock.now },
  );
const casesOf = async (key: string): Promise<{ id: string; title: string; version: number }[]> => {
  const asked = 'select id, title, procedure_version as version from case_head where procedure_key = $1 order by started_at, title';
  return [...(await bench.database.query<{ id: string; title: string; version: number }>(asked, [key])).rows];
};
const armedOf = async (key: string) =>
  (await bench.database.query('select version, fired, last_error from timed_start where key = $1', [key])).rows;
const pass = async (process: Process, ms: number): Promise<void> => {
  bench.clock.now += ms;
  await process.effects.runDue();
};

describe('a procedure that starts by the clock', { timeout: 20_000 }, () => {
  it('is started when it is due, not before, and once however many workers try', async () => {
    expect((await deploy('soon', timer('PT1H'))).ok).toBe(true);
    const workers = [bench.process(), bench.process(), bench.process()];
    await pass(bench.process(), hour - 1);
    expect(await casesOf('soon')).toEqual([]);
    bench.clock.now += 1;
    await Promise.all(workers.map((worker) => worker.effects.runDue()));
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(bench.clock.now);
    const cases = await casesOf('soon');
    expect(cases.map((one) => one.title)).toEqual([`soon ${today}`]);
    const [first] = await recordsOf(bench.process(), cases[0]?.id ?? '');
    expect(JSON.parse(new TextDecoder().decode(first?.bytes))).toMatchObject({ by: 'system' });
    await pass(bench.process(), 10 * day);
    expect(await casesOf('soon')).toHaveLength(1);
    expect(await armedOf('soon')).toEqual([]);
  });

  it('by a cycle is started at every turn, those missed while nothing ran included', async () => {
    await deploy('daily', timer('R3/P1D', 'timeCycle'));
    await pass(bench.process(), day);
    expect(await casesOf('daily')).toHaveLength(1);
    await pass(bench.process(), 5 * day);
    expect(new Set((await casesOf('daily')).map((one) => one.title)).size).toBe(3);
    expect(await armedOf('daily')).toEqual([]);
  });

  it('has lost nothing and doubled nothing when a worker died on the way', async () => {
    await deploy('sturdy', timer('R2/P1D', 'timeCycle'));
    bench.clock.now += day;
    // Dead before the start: taken, nothing done.
    expect(await createProcedureStore(bench.database).takeStarts({ at: bench.clock.now, leaseMs: 10_000, limit: 9 })).toHaveLength(1);
    await pass(bench.process(), 0);
    expect(await casesOf('sturdy')).toEqual([]);
    await pass(bench.process(), 10_000);
    expect(await casesOf('sturdy')).toHaveLength(1);
    // Dead after the start: the case is there, the row as it was when taken.
    await bench.database.query("update timed_start set fired = 0, next_attempt_at = $1 where key = 'sturdy'", [new Date(bench.clock.now)]);
    await pass(bench.process(), 0);
    expect(await casesOf('sturdy')).toHaveLength(1);
    expect(await armedOf('sturdy')).toEqual([{ version: 1, fired: 1, last_error: null }]);
    await pass(bench.process(), 2 * day);
    expect(await casesOf('sturdy')).toHaveLength(2);
  });

  it('is started by its newest version; what was due before that came into force is still started as it was', async () => {
    await deploy('kept', timer('R/P1D', 'timeCycle'));
    bench.clock.now += day + hour;
    await deploy('kept', timer('PT2H'), 1);
    await pass(bench.process(), 0);
    expect((await casesOf('kept')).map((one) => one.version)).toEqual([1]);
    await pass(bench.process(), 5 * day);
    expect((await casesOf('kept')).map((one) => one.version)).toEqual([1, 2]);
    await deploy('kept', timer('PT3H'), 2);
    await deploy('kept', message(), 3);
    await pass(bench.process(), 5 * day);
    expect(await casesOf('kept')).toHaveLength(2);
    expect(await armedOf('kept')).toEqual([]);
  });

  it('at a date is started at that wall-clock time; a date that is past when it is deployed starts nothing', async () => {
    const wall = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 19);
    await deploy('dated', timer(wall(bench.clock.now + hour), 'timeDate'));
    await deploy('gone', timer(wall(bench.clock.now - hour), 'timeDate'));
    await pass(bench.process(), hour);
    expect(await casesOf('dated')).toHaveLength(1);
    await pass(bench.process(), day);
    expect([await casesOf('dated'), await casesOf('gone')].map((cases) => cases.length)).toEqual([1, 0]);
  });

  it('may say its time in FEEL as long as no variable is needed; otherwise it is not deployed', async () => {
    expect((await deploy('worked-out', timer('="PT" + string(1 + 1) + "H"'))).ok).toBe(true);
    await pass(bench.process(), 2 * hour);
    expect(await casesOf('worked-out')).toHaveLength(1);
    const refused = await deploy('unknown', timer('=pause'));
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'drawing.problems', problems: [{ code: 'start.time-unknown', element: 'clock' }] },
    });
  });
});
