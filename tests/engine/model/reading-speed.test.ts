// Reading must stay cheap beside the parse it needs anyway, and linear: the modeler reads its live tree after each edit.
import { expect, test } from 'vitest';
import { theParser } from '../../../engine/model/metamodel.ts';
import { readDefinitions } from '../../../engine/model/read-definitions.ts';
import { scanInput } from '../../../engine/model/scan-input.ts';
import { row, user } from './draw.ts';

const rules =
  '<gc:step kind="review" subject="承办科室" condition="已受理" goal="审核" limit="三个工作日" requirement="逐项核对"/><gc:assignment offices="mayor deputy-in-charge"/><gc:supervision office="discipline-secretary" mode="attend" when="during"/><gc:deadline days="3"/>';
const drawingOf = (steps: number) => row(...Array.from({ length: steps }, (_, i) => user(`step_${i}`, rules)));

/** The best of many runs, after as many to warm the compiler up: other work on the machine only ever adds. */
function best(times: number, work: () => unknown): number {
  for (let i = 0; i < times; i += 1) work();
  const spent = Array.from({ length: times }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...spent);
}

test('scan and graph of 200 steps cost little beside the parse', async () => {
  const xml = drawingOf(200);
  const { moddle, metamodel } = theParser();
  const { rootElement } = await moddle.fromXML(xml, 'bpmn:Definitions');
  const definitions = rootElement as Parameters<typeof readDefinitions>[0];
  // fromXML parses before it returns its promise.
  const parse = best(30, () => moddle.fromXML(xml, 'bpmn:Definitions'));
  const scan = best(30, () => scanInput(xml, metamodel, () => undefined));
  const graph = best(30, () => readDefinitions(definitions));
  console.error(
    `200 steps, ${xml.length} characters: parse ${parse.toFixed(1)} ms, scan ${scan.toFixed(1)} ms, graph ${graph.toFixed(1)} ms`,
  );
  expect(readDefinitions(definitions).problems).toEqual([]);
  // About 0.25 and 0.1 on a quiet machine; the room above is for busy ones.
  expect(graph / parse).toBeLessThan(0.6);
  expect(scan / parse).toBeLessThan(0.4);
});

test('forty times the steps take about forty times as long, not sixteen hundred', async () => {
  const { moddle } = theParser();
  const time = async (steps: number) => {
    const { rootElement } = await moddle.fromXML(drawingOf(steps), 'bpmn:Definitions');
    return best(5, () => readDefinitions(rootElement as Parameters<typeof readDefinitions>[0]));
  };
  const [small, large] = [await time(50), await time(2000)];
  console.error(`50 steps ${small.toFixed(1)} ms, 2000 steps ${large.toFixed(1)} ms`);
  expect(large / small).toBeLessThan(250);
});
