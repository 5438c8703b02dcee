// What a drawing must be so that people can read it on one A3 page: each rule is a function from a layout to faults.
// Units are those of the diagram interchange; texts are drawn 12 units high, one unit high for each unit wide in Chinese.
import type { Box, Edge, LaidOut, Point, Shape } from './laid-out.ts';

type Rule = (drawing: LaidOut) => readonly string[];

const containers = new Set(['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess']);
const apart = 0.5;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - apart && b.x < a.x + a.width - apart && a.y < b.y + b.height - apart && b.y < a.y + a.height - apart;
const within = (a: Box, b: Box): boolean => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const spanOf = (p: Point, q: Point): Box => ({
  x: Math.min(p.x, q.x),
  y: Math.min(p.y, q.y),
  width: Math.abs(p.x - q.x),
  height: Math.abs(p.y - q.y),
});
const segmentsOf = (e: Edge): readonly (readonly [Point, Point])[] => e.points.slice(1).map((q, i) => [e.points[i] ?? q, q]);
/** A straight segment runs through the inside of a box. */
const through = ([p, q]: readonly [Point, Point], b: Box): boolean => {
  const s = spanOf(p, q);
  return s.x < b.x + b.width - apart && s.x + s.width > b.x + apart && s.y < b.y + b.height - apart && s.y + s.height > b.y + apart;
};
const pairs = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));

/** Width of a text in units: Chinese is square, Latin about half. */
export const textWidth = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 12 : 6.7), 0);

const everythingDrawn: Rule = ({ missing }) => missing.map((id) => `${id} is not drawn`);

const noOverlap: Rule = ({ shapes }) =>
  pairs(shapes).flatMap(([a, b]) => {
    if (a.host === b.id || b.host === a.id || !overlap(a.box, b.box)) return [];
    const inner = [a, b].some((s) => containers.has(s.kind) && within(s === a ? b.box : a.box, s.box));
    return inner || a.kind === 'bpmn:TextAnnotation' || b.kind === 'bpmn:TextAnnotation' ? note(a, b) : [`${a.id} overlaps ${b.id}`];
  });
/** A note may lie across lanes, never on a step. */
const note = (a: Shape, b: Shape): readonly string[] => {
  const other = a.kind === 'bpmn:TextAnnotation' ? b : b.kind === 'bpmn:TextAnnotation' ? a : undefined;
  return other && other.kind !== 'bpmn:Lane' && other.kind !== 'bpmn:Participant' ? [`the note lies on ${other.id}`] : [];
};

const inItsContainer: Rule = ({ shapes, lanes }) => {
  const boxes = new Map(shapes.map((s) => [s.id, s.box]));
  const home = new Map([...lanes].flatMap(([lane, nodes]) => nodes.map((n) => [n, lane])));
  return shapes.flatMap((s) => {
    const container = s.inside ?? home.get(s.id);
    if (container === undefined)
      return /^bpmn:(Participant|Lane|TextAnnotation)$/.test(s.kind) || lanes.size === 0 ? [] : [`${s.id} is in no lane`];
    const box = boxes.get(container);
    return box && within(s.box, box) ? [] : [`${s.id} is drawn outside ${container}`];
  });
};

const onTheBorder = (p: Point, b: Box): boolean =>
  within({ ...p, width: 0, height: 0 }, b) && (p.x === b.x || p.x === b.x + b.width || p.y === b.y || p.y === b.y + b.height);
const docked: Rule = ({ shapes, edges }) => {
  const boxes = new Map(shapes.map((s) => [s.id, s.box]));
  const meets = (id: string, p: Point | undefined): boolean =>
    p !== undefined && onTheBorder(p, boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 });
  return edges.flatMap((e) =>
    meets(e.source, e.points[0]) && meets(e.target, e.points.at(-1)) ? [] : [`${e.id} does not touch ${e.source} and ${e.target}`],
  );
};

const orthogonal: Rule = ({ edges }) =>
  edges.flatMap((e) => (segmentsOf(e).every(([p, q]) => p.x === q.x || p.y === q.y) ? [] : [`${e.id} is slanted`]));

const noFlowThroughShapes: Rule = ({ shapes, edges }) =>
  edges.flatMap((e) =>
    shapes
      .filter((s) => !/^bpmn:(Participant|Lane)$/.test(s.kind) && s.id !== e.source && s.id !== e.target && s.id !== e.inside)
      .filter((s) => segmentsOf(e).some((line) => through(line, s.box)))
      .map((s) => `${e.id} runs through ${s.id}`),
  );

const labelsFree: Rule = ({ shapes, labels, edges }) => {
  const solid = shapes.filter((s) => !containers.has(s.kind));
  const onShapes = labels.flatMap((l) => solid.filter((s) => overlap(l.box, s.box)).map((s) => `the label of ${l.of} lies on ${s.id}`));
  const onLabels = pairs(labels).flatMap(([a, b]) => (overlap(a.box, b.box) ? [`the labels of ${a.of} and ${b.of} overlap`] : []));
  const onFlows = labels.flatMap((l) =>
    edges.filter((e) => segmentsOf(e).some((line) => through(line, l.box))).map((e) => `${e.id} runs through the label of ${l.of}`),
  );
  return [...onShapes, ...onLabels, ...onFlows];
};

/** Names fit their shapes: one line in activities, the label's own lines elsewhere. */
const textFits: Rule = ({ shapes, labels }) => {
  const tasks = shapes
    .filter((s) => /Task$/.test(s.kind) && textWidth(s.name) > s.box.width - 12)
    .map((s) => `the name of ${s.id} is too long for its shape`);
  const tight = labels
    .filter((l) => textWidth(l.text) > Math.floor(l.box.height / 14) * l.box.width)
    .map((l) => `the label of ${l.of} is too long for its place`);
  return [...tasks, ...tight];
};

const onThePage: Rule = ({ labels, shapes, edges }) => {
  const pool = shapes.find((s) => s.kind === 'bpmn:Participant')?.box;
  if (!pool) return [];
  const outside = labels.filter((l) => !within(l.box, pool)).map((l) => `the label of ${l.of} is outside the page`);
  const lost = edges
    .filter((e) => !e.points.every((p) => within({ ...p, width: 0, height: 0 }, pool)))
    .map((e) => `${e.id} leaves the page`);
  return [...outside, ...lost];
};

/** A3 landscape with margins of 10 mm, in points; a text 12 units high must come out at 8 points or more. */
const a3 = { width: ((420 - 20) / 25.4) * 72, height: ((297 - 20) / 25.4) * 72 };
export function pointsOnA3({ shapes }: LaidOut): number {
  const right = Math.max(...shapes.map((s) => s.box.x + s.box.width)) - Math.min(...shapes.map((s) => s.box.x));
  const bottom = Math.max(...shapes.map((s) => s.box.y + s.box.height)) - Math.min(...shapes.map((s) => s.box.y));
  return 12 * Math.min(a3.width / right, a3.height / bottom);
}
const readableOnA3: Rule = (drawing) => {
  const points = pointsOnA3(drawing);
  return points >= 8 ? [] : [`texts come out at ${points.toFixed(2)} pt on A3`];
};

export const layoutRules = {
  everythingDrawn,
  noOverlap,
  inItsContainer,
  docked,
  orthogonal,
  noFlowThroughShapes,
  labelsFree,
  textFits,
  onThePage,
  readableOnA3,
} as const satisfies Record<string, Rule>;
