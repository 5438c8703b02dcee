// Every small drawing against its expected traces: what the standard says must happen, in order, as `guicheng run` tells it.
// A trace leaves out what is only bookkeeping (arming and disarming of waits, turning of conditions, writing of variables); variables are compared at the end.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../server/cli/run.ts';

interface ExpectedRun {
  readonly says: string;
  readonly vars?: object;
  readonly steps?: readonly object[];
  readonly auto?: boolean;
  readonly exit: number;
  /** "Type element", and " @process" where the file has several. */
  readonly trace: readonly string[];
  readonly end: { readonly status: string; readonly variables: object; readonly waiting: readonly string[] };
}
interface Line {
  readonly type: string;
  readonly element?: string;
  readonly kind?: string;
  readonly process?: string;
}
interface End {
  readonly type: 'end';
  readonly status: string;
  readonly variables: object;
  readonly waiting: readonly { readonly element: string; readonly kind: string }[];
}

const folder = fileURLToPath(new URL('../drawings', import.meta.url));
const drawings = readdirSync(folder)
  .filter((name) => name.endsWith('.bpmn'))
  .map((name) => name.slice(0, -'.bpmn'.length));
const runsOf = (drawing: string): readonly ExpectedRun[] =>
  JSON.parse(readFileSync(join(folder, `${drawing}.traces.json`), 'utf8')) as readonly ExpectedRun[];
const bookkeeping = new Set(['WaitArmed', 'WaitDisarmed', 'ConditionTurned', 'VariablesWritten']);

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'guicheng-run-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function play(drawing: string, given: ExpectedRun): Promise<{ exit: number; lines: Line[]; end: End; errors: string[] }> {
  const steps = join(scratch, 'steps.jsonl');
  writeFileSync(steps, (given.steps ?? []).map((s) => `${JSON.stringify(s)}\n`).join(''));
  const out: string[] = [];
  const errors: string[] = [];
  const args = [
    join(folder, `${drawing}.bpmn`),
    '--at',
    '2026-11-22T09:00:00Z',
    '--vars',
    JSON.stringify(given.vars ?? {}),
    '--steps',
    steps,
  ];
  const exit = await run.run(given.auto ? [...args, '--auto'] : args, {
    language: 'en',
    out: (line) => out.push(line),
    error: (line) => errors.push(line),
  });
  const lines = out.map((line) => JSON.parse(line) as Line);
  return { exit, lines: lines.slice(0, -1), end: lines.at(-1) as End, errors };
}

const traceOf = (lines: readonly Line[]): string[] =>
  lines
    .filter((line) => !bookkeeping.has(line.type))
    .map((line) => [line.type, line.element, line.process && `@${line.process}`].filter(Boolean).join(' '));

describe.each(drawings)('%s', (drawing) => {
  test.each(runsOf(drawing).map((r) => [r.says, r] as const))('%s', async (_, given) => {
    const { exit, lines, end, errors } = await play(drawing, given);
    const waiting = end.waiting.map((w) => w.element);
    expect({ trace: traceOf(lines), end: { status: end.status, variables: end.variables, waiting }, exit }, errors.join('\n')).toEqual({
      trace: given.trace,
      end: given.end,
      exit: given.exit,
    });
    for (const line of lines) if (line.element !== undefined) expect(line.kind).toMatch(/^bpmn:\w+$/);
  });
});

test('there is a drawing for every kind of element that is executed', () => {
  const drawn = new Set(
    drawings.flatMap((d) =>
      [
        ...readFileSync(join(folder, `${d}.bpmn`), 'utf8').matchAll(
          /<bpmn:(task|\w+(?:Task|Event|Gateway)|subProcess|multiInstanceLoopCharacteristics|standardLoopCharacteristics|\w+EventDefinition)\b/g,
        ),
      ].map((m) => m[1]),
    ),
  );
  const executed = [
    'startEvent',
    'endEvent',
    'intermediateCatchEvent',
    'intermediateThrowEvent',
    'boundaryEvent',
    'task',
    'userTask',
    'manualTask',
    'scriptTask',
    'serviceTask',
    'sendTask',
    'receiveTask',
    'exclusiveGateway',
    'parallelGateway',
    'inclusiveGateway',
    'eventBasedGateway',
    'subProcess',
    'multiInstanceLoopCharacteristics',
    'standardLoopCharacteristics',
    'timerEventDefinition',
    'messageEventDefinition',
    'signalEventDefinition',
    'errorEventDefinition',
    'terminateEventDefinition',
    'linkEventDefinition',
    'escalationEventDefinition',
    'conditionalEventDefinition',
  ];
  expect(executed.filter((name) => !drawn.has(name))).toEqual([]);
});
