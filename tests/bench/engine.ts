// First figures of the engine alone: cases per second for ten steps in a row and for fork/join with one user task; events are
// really produced, states really folded. Medians over rounds; the machine's load is printed beside them. `npm run bench`.
import { loadavg } from 'node:os';
import { compileProcedure, decide, type Facts, type JsonObject, readDrawing, restoreCase, saveCase } from '../../engine/index.ts';
import { bpmn } from '../engine/bpmn.ts';

const facts: Facts = {
  at: 1_700_000_000_000,
  by: { kind: 'person', person: 'p', office: 'o', offices: ['o'] },
  directory: { bodies: {}, holders: {} },
  zone: 'Asia/Shanghai',
};
const ten = Array.from({ length: 10 }, (_, i) => `T${i}`);
const sequence = bpmn({
  nodes: Object.fromEntries([['S', 'startEvent'], ...ten.map((t) => [t, 'task']), ['E', 'endEvent']]),
  flows: ['S', ...ten].map((n, i) => `${n} -> ${[...ten, 'E'][i]}`),
});
const fork = bpmn({
  nodes: {
    S: 'startEvent',
    F: 'parallelGateway',
    A: 'userTask',
    X: 'exclusiveGateway',
    B: 'task',
    C: 'task',
    M: 'exclusiveGateway',
    J: 'parallelGateway',
    E: 'endEvent',
  },
  flows: ['S -> F', 'F -> A', 'F -> X', 'X -> B ? n > 3', 'X -> C !', 'B -> M', 'C -> M', 'A -> J', 'M -> J', 'J -> E'],
});

async function procedureOf(xml: string) {
  const read = await readDrawing(xml);
  const graph = read.drawing?.processes[0];
  if (!graph) throw new Error(JSON.stringify(read.problems));
  const made = compileProcedure({ graph, ref: { key: 'p', version: 1, hash: '0' }, forms: new Map() });
  if (!made.procedure) throw new Error(JSON.stringify(made.problems));
  return made.procedure;
}

function rate(one: () => void, rounds = 7, ms = 400): { median: number; min: number; max: number } {
  const warm = performance.now() + 1000;
  while (performance.now() < warm) one();
  const rates = Array.from({ length: rounds }, () => {
    const start = performance.now();
    let n = 0;
    while (performance.now() - start < ms) {
      one();
      n++;
    }
    return (n * 1000) / (performance.now() - start);
  }).sort((a, b) => a - b);
  return { median: rates[rounds >> 1] ?? 0, min: rates[0] ?? 0, max: rates.at(-1) ?? 0 };
}

const show = (name: string, r: { median: number; min: number; max: number }, unit = 'cases/s'): void =>
  console.log(
    `${name.padEnd(44)} ${Math.round(r.median).toLocaleString('en').padStart(10)} ${unit}   (${Math.round(r.min).toLocaleString('en')} … ${Math.round(r.max).toLocaleString('en')})`,
  );

const tenSteps = await procedureOf(sequence);
const forkJoin = await procedureOf(fork);
console.log(
  `load ${loadavg()
    .map((l) => l.toFixed(2))
    .join(' ')}`,
);
show(
  'ten abstract tasks in a row',
  rate(() => {
    const d = decide(tenSteps, undefined, { type: 'StartCase', case: 'c', title: 't', variables: {} }, facts);
    if (!d.ok || d.state.status !== 'completed') throw new Error('not completed');
  }),
);
show(
  'fork/join, exclusive, one user task',
  rate(() => {
    const d = decide(forkJoin, undefined, { type: 'StartCase', case: 'c', title: 't', variables: { n: 5 } }, facts);
    if (!d.ok) throw new Error('refused');
    const task = [...d.state.nodes.values()].find((n) => n.role === 'task');
    const e = decide(forkJoin, d.state, { type: 'CompleteTask', node: task?.id ?? 0, variables: {} }, facts);
    if (!e.ok || e.state.status !== 'completed') throw new Error('not completed');
  }),
);
const parked = decide(forkJoin, undefined, { type: 'StartCase', case: 'c', title: 't', variables: { n: 5 } }, facts);
if (parked.state) {
  const state = parked.state;
  const text = JSON.stringify(saveCase(state));
  show(
    'save and restore of a waiting case',
    rate(() => restoreCase(JSON.parse(JSON.stringify(saveCase(state))) as JsonObject)),
    'times/s',
  );
  console.log(`a waiting case saved: ${text.length} bytes`);
}
