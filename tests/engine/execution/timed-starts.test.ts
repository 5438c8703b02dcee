// Starts that nobody does by hand: what a deployment arms, and what it refuses because nothing would ever start it.
import { expect, it } from 'vitest';
import { readDrawing, timedStarts } from '../../../engine/index.ts';
import { bpmn, timer } from '../bpmn.ts';
import { noon } from '../play.ts';

const startsOf = async (xml: string) => {
  const { drawing, problems } = await readDrawing(xml);
  const graph = drawing?.processes[0];
  if (!graph) throw new Error(JSON.stringify(problems));
  return timedStarts(graph, { at: noon, zone: 'Asia/Shanghai' });
};

it('arms a timer start for its first turn', async () => {
  const { starts, problems } = await startsOf(
    bpmn({ nodes: { S: `startEvent|${timer('timeCycle', 'R/P1D')}`, E: 'endEvent' }, flows: ['S -> E'] }),
  );
  expect(problems).toEqual([]);
  expect(starts).toEqual([{ element: 'S', text: 'R/P1D', dueAt: noon + 86_400_000 }]);
});

it('refuses a start by signal, which nothing would ever start', async () => {
  const { starts, problems } = await startsOf(
    bpmn({
      roots: '<bpmn:signal id="Sig" name="alarm"/>',
      nodes: { S: 'startEvent|<bpmn:signalEventDefinition signalRef="Sig"/>', E: 'endEvent' },
      flows: ['S -> E'],
    }),
  );
  expect(starts).toEqual([]);
  expect(problems.map((p) => [p.code, p.element])).toEqual([['start.signal-unserved', 'S']]);
});
