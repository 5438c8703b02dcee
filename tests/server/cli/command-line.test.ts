// The command line as scripts see it: a real process, its exit status, what is on standard output and what on standard error.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { exportRecords, noPrevious, type StoredRecord, sealRecord } from '../../../engine/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const drawing = (name: string): string => `tests/engine/drawings/${name}.bpmn`;
const scratch = mkdtempSync(join(tmpdir(), 'guicheng-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const written = (name: string, text: string): string => {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
};

function guicheng(args: readonly string[], language = 'en_GB.UTF-8'): { status: number | null; out: string; error: string } {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: language },
  });
  return { status: done.status, out: done.stdout, error: done.stderr };
}

describe('help and wrong use', () => {
  test('without a command: help in English or Chinese by LANG, exit 64', () => {
    const english = guicheng([]);
    expect(english.status).toBe(64);
    expect(english.out).toMatch(/guicheng run FILE\.bpmn \[--process ID\]/);
    expect(english.out).toMatch(/Plays a drawing on the engine alone/);
    expect(guicheng(['help'], 'zh_CN.UTF-8')).toMatchObject({ status: 0, out: expect.stringContaining('不用数据库') });
  });

  test.each([
    [['fly'], 'There is no command "fly".'],
    [['run'], 'The drawing is missing.'],
    [['run', 'a.bpmn', 'b.bpmn'], 'Too many arguments: b.bpmn'],
    [['run', drawing('sequence'), '--fast'], "Unknown option '--fast'"],
    [['run', drawing('sequence'), '--vars', '[1]'], '--vars must be a JSON object'],
    [['run', drawing('sequence'), '--at', 'yesterday'], '--at must be an ISO 8601 instant'],
    [['run', drawing('sequence'), '--process', 'Other'], 'no executable process "Other"'],
    [['check', 'nowhere.bpmn'], 'Cannot read nowhere.bpmn'],
  ])('%j: exit 64 and the reason on standard error', (args, reason) => {
    const { status, out, error } = guicheng(args);
    expect(status).toBe(64);
    expect(error).toContain(reason);
    expect(out).toBe('');
  });

  test('a step file with a line that is no step names the line', () => {
    const steps = written('bad.jsonl', '{"complete":"Draft"}\n{"finish":"Sign"}\n');
    expect(guicheng(['run', drawing('sequence'), '--steps', steps])).toMatchObject({
      status: 64,
      error: expect.stringContaining('Line 2 of the step file'),
    });
  });
});

describe('run', () => {
  test('one JSON line per event, the last one says how it ended; the same input gives the same output', () => {
    const args = ['run', drawing('sequence'), '--auto', '--at', '2026-11-22T09:00:00Z'];
    const { status, out, error } = guicheng(args);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(error).toBe('');
    expect(lines[1]).toMatchObject({ type: 'ElementPassed', element: 'Start', kind: 'bpmn:StartEvent', at: '2026-11-22T09:00:00.000Z' });
    expect(lines.at(-1)).toEqual({ type: 'end', status: 'completed', variables: {}, waiting: [] });
    expect(guicheng(args).out).toBe(out);
  });

  test('still waiting: exit 3 and what for', () => {
    const { status, out } = guicheng(['run', drawing('sequence')]);
    expect(status).toBe(3);
    expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      status: 'waiting',
      waiting: [{ element: 'Draft', kind: 'bpmn:UserTask' }],
    });
  });

  test('a refused drawing: exit 2, problems as JSON on standard error, nothing on standard output', () => {
    const broken = written(
      'broken.bpmn',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p"><task id="t"/><flower id="f"/></process></definitions>',
    );
    const { status, out, error } = guicheng(['run', broken]);
    expect(status).toBe(2);
    expect(out).toBe('');
    const { problems } = JSON.parse(error) as { problems: { code: string; element: string; message: { zh: string; en: string } }[] };
    expect(problems.length).toBeGreaterThan(0);
    for (const p of problems)
      expect(p).toMatchObject({
        code: expect.any(String),
        element: expect.any(String),
        message: { zh: expect.any(String), en: expect.any(String) },
      });
  });
});

describe('check', () => {
  test('a sound drawing: exit 0', () => {
    expect(guicheng(['check', drawing('nested')])).toMatchObject({ status: 0, out: 'No problems were found.\n' });
    const { status, out } = guicheng(['check', drawing('nested'), '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ problems: [], soundness: { decided: false }, rules: [] });
  });

  test('a wrong one: exit 2, every problem at its element', () => {
    const empty = written('empty.bpmn', 'not a drawing');
    const { status, out } = guicheng(['check', empty, '--json']);
    expect(status).toBe(2);
    expect((JSON.parse(out) as { problems: unknown[] }).problems.length).toBeGreaterThan(0);
    expect(guicheng(['check', empty], 'zh_CN.UTF-8')).toMatchObject({ status: 2, out: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });
});

describe('verify', () => {
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const about = { case: 'c-1', procedure: { key: 'p', version: 1, hash: 'ab'.repeat(32) } };
  const chain: StoredRecord[] = [];
  for (let n = 1; n <= 3; n++) {
    const sealed = sealRecord(
      {
        v: 1,
        ...about,
        n,
        prev: chain.at(-1)?.hash ?? noPrevious,
        at: '2026-11-22T09:00:00.000Z',
        by: 'system',
        command: { type: 'FireTimer' },
        events: [],
      },
      sha256,
    );
    if (sealed.ok) chain.push({ n, hash: sealed.hash, bytes: sealed.bytes });
  }
  const whole = exportRecords(about, chain);

  test('a whole record: exit 0, with its length and head', () => {
    const file = written('whole.ndjson', whole);
    expect(guicheng(['verify', file])).toMatchObject({ status: 0, out: `The record is whole: 3 records, head ${chain[2]?.hash}.\n` });
    expect(guicheng(['verify', file], 'zh_CN.UTF-8').out).toContain('记录完整：共 3 条');
  });

  test('one byte changed: exit 2, and the record is named', () => {
    const lines = whole.split('\n');
    const changed = written('changed.ndjson', lines.with(2, (lines[2] ?? '').replace(/"bytes":"eyJ/, '"bytes":"eyK')).join('\n'));
    expect(guicheng(['verify', changed])).toMatchObject({ status: 2, out: expect.stringContaining('record 2 is bad') });
    expect(JSON.parse(guicheng(['verify', changed, '--json']).out)).toMatchObject({ whole: false, firstBad: { n: 2 } });
  });
});

describe('doctor', () => {
  test('says what it found, and changes nothing', () => {
    const { status, out } = guicheng(['doctor', '--data', join(scratch, 'data')]);
    expect(status).toBe(0);
    expect(out).toContain(`✓ Node.js ${process.versions.node}`);
    expect(out).toContain('✓ The embedded PostgreSQL is there');
    expect(out).toContain('✓ The data directory can be written');
    expect(existsSync(join(scratch, 'data'))).toBe(false);
  });

  test('names a database that does not answer, without its password: exit 2', () => {
    const { status, out } = guicheng(['doctor', '--data', 'postgresql://someone:secret@127.0.0.1:1/none']);
    expect(status).toBe(2);
    expect(out).toContain('✗ The database cannot be reached: 127.0.0.1:1.');
    expect(out).not.toContain('secret');
  });
});
