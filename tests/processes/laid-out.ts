// A drawing's layout as plain geometry: shapes, edges and labels with their boxes, read from the diagram interchange.
import { BpmnModdle } from 'bpmn-moddle';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
export interface Shape {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly box: Box;
  /** Element in which it stands: subprocess, or nothing. */
  readonly inside?: string;
  /** Boundary events: the activity they sit on. */
  readonly host?: string;
}
export interface Edge {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
  readonly inside?: string;
}
export interface Label {
  readonly of: string;
  readonly text: string;
  readonly box: Box;
}
export interface LaidOut {
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
  readonly labels: readonly Label[];
  /** Lane → its nodes. */
  readonly lanes: ReadonlyMap<string, readonly string[]>;
  /** Flow nodes and sequence flows that are drawn nowhere. */
  readonly missing: readonly string[];
}

/** What is read of the parser's tree. */
interface Element {
  readonly $type: string;
  readonly $parent?: Element;
  readonly id?: string;
  readonly name?: string;
  readonly text?: string;
  readonly flowElements?: readonly Element[];
  readonly laneSets?: readonly { readonly lanes: readonly (Element & { readonly flowNodeRef?: readonly Element[] })[] }[];
  readonly sourceRef?: Element;
  readonly targetRef?: Element;
  readonly attachedToRef?: Element;
}
interface Drawn {
  readonly $type: string;
  readonly bpmnElement: Element;
  readonly bounds?: Box;
  readonly waypoint?: readonly Point[];
  readonly label?: { readonly bounds?: Box };
}
interface Definitions {
  readonly rootElements: readonly Element[];
  readonly diagrams: readonly { readonly plane: { readonly planeElement: readonly Drawn[] } }[];
}

const boxOf = (b: Box): Box => ({ x: b.x, y: b.y, width: b.width, height: b.height });
const insideOf = (e: Element): { inside?: string } =>
  e.$parent?.$type === 'bpmn:SubProcess' && e.$parent.id ? { inside: e.$parent.id } : {};

export async function readLayout(xml: string): Promise<LaidOut> {
  // The tree is untyped; only the fields named above are read.
  const root = (await new BpmnModdle().fromXML(xml)).rootElement as unknown as Definitions;
  const drawn = root.diagrams.flatMap((d) => d.plane.planeElement);
  const processes = root.rootElements.filter((e) => e.$type === 'bpmn:Process');
  const elements = processes.flatMap((p) => allOf(p));
  const seen = new Set(drawn.map((d) => d.bpmnElement.id));
  return {
    shapes: drawn.flatMap((d) => (d.bounds ? [shapeOf(d, d.bounds)] : [])),
    edges: drawn.flatMap((d) => (d.waypoint ? [edgeOf(d, d.waypoint)] : [])),
    labels: drawn.flatMap(labelOf),
    lanes: new Map(
      processes.flatMap((p) =>
        (p.laneSets ?? []).flatMap((s) => s.lanes.map((l) => [l.id ?? '', (l.flowNodeRef ?? []).map((n) => n.id ?? '')])),
      ),
    ),
    missing: elements.flatMap((e) => (e.id !== undefined && seen.has(e.id) ? [] : [e.id ?? '?'])),
  };
}

const allOf = (scope: Element): readonly Element[] =>
  (scope.flowElements ?? []).filter((e) => !/Data(Object|Store)/.test(e.$type)).flatMap((e) => [e, ...allOf(e)]);

function shapeOf(d: Drawn, bounds: Box): Shape {
  const e = d.bpmnElement;
  const host = e.attachedToRef?.id;
  return { id: e.id ?? '', kind: e.$type, name: e.name ?? e.text ?? '', box: boxOf(bounds), ...insideOf(e), ...(host ? { host } : {}) };
}
function edgeOf(d: Drawn, points: readonly Point[]): Edge {
  const e = d.bpmnElement;
  return {
    id: e.id ?? '',
    name: e.name ?? '',
    source: e.sourceRef?.id ?? '',
    target: e.targetRef?.id ?? '',
    points: points.map(({ x, y }) => ({ x, y })),
    ...insideOf(e),
  };
}
function labelOf(d: Drawn): readonly Label[] {
  const { id = '', name: text, $type } = d.bpmnElement;
  if (!text) return [];
  if (d.label?.bounds) return [{ of: id, text, box: boxOf(d.label.bounds) }];
  if ($type !== 'bpmn:SubProcess' || !d.bounds) return [];
  // An expanded subprocess bears its name in the middle of its upper edge.
  const width = 12 * text.length + 4;
  return [{ of: id, text, box: { x: d.bounds.x + (d.bounds.width - width) / 2, y: d.bounds.y + 5, width, height: 14 } }];
}
