// Reading beside the parse it needs anyway: scan and graph of 200 steps; one drawing of 2000 steps beside forty of 50 (a pass that looks at all
// steps for each step would take forty times as long). Run by `npm run bench`.
import { theParser } from '../../engine/model/metamodel.ts';
import { readDefinitions } from '../../engine/model/read-definitions.ts';
import { scanInput } from '../../engine/model/scan-input.ts';
import { row, user } from '../engine/model/draw.ts';

const rules =
  '<gc:step kind="review" subject="承办科室" condition="已受理" goal="审核" limit="三个工作日" requirement="逐项核对"/><gc:assignment offices="mayor deputy-in-charge"/><gc:supervision office="discipline-secretary" mode="attend" when="during"/><gc:deadline days="3"/>';
const drawingOf = (steps: number) => row(...Array.from({ length: steps }, (_, i) => user(`step_${i}`, rules)));

function spent(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/**
 * The best run of each piece of work, taken in turns so that a busy moment falls on all of them, and over as many rounds again as the
 * compiler needs to warm up: other work on the machine only ever adds.
 */
function best(rounds: number, ...works: readonly (() => unknown)[]): readonly number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 2 * rounds; round += 1)
    for (const [i, work] of works.entries()) least[i] = Math.min(least[i] ?? 0, spent(work));
  return least;
}

{
  const xml = drawingOf(200);
  const { moddle, metamodel } = theParser();
  const { rootElement } = await moddle.fromXML(xml, 'bpmn:Definitions');
  const definitions = rootElement as Parameters<typeof readDefinitions>[0];
  // fromXML parses before it returns its promise.
  const [parse = 0, scan = 0, graph = 0] = best(
    30,
    () => moddle.fromXML(xml, 'bpmn:Definitions'),
    () => scanInput(xml, metamodel, () => undefined),
    () => readDefinitions(definitions),
  );
  console.log(
    `200 steps, ${xml.length} characters: parse ${parse.toFixed(1)} ms, scan ${scan.toFixed(1)} ms, graph ${graph.toFixed(1)} ms = ${(graph / parse).toFixed(2)} of the parse`,
  );
}

{
  const { moddle } = theParser();
  const definitionsOf = async (steps: number) =>
    (await moddle.fromXML(drawingOf(steps), 'bpmn:Definitions')).rootElement as Parameters<typeof readDefinitions>[0];
  const [small, large] = [await definitionsOf(50), await definitionsOf(2000)];
  const [forty = 0, one = 0] = best(
    5,
    () => {
      for (let i = 0; i < 40; i += 1) readDefinitions(small);
    },
    () => readDefinitions(large),
  );
  console.log(
    `forty drawings of 50 steps ${forty.toFixed(1)} ms, one of 2000 steps ${one.toFixed(1)} ms = ${(one / forty).toFixed(2)} times`,
  );
}
