// Draws BPMN files for tests, compactly: nodes by name, flows as 'a > b', incoming and outgoing written as tools write them.
// Promise: what it draws is as the standard's schema wants it, unless a test asks for something else.

export interface Node {
  readonly id: string;
  readonly tag: string;
  readonly attributes: string;
  /** Inside the element, in front of and behind incoming/outgoing. */
  readonly before: string;
  readonly after: string;
}

type Parts = Partial<Pick<Node, 'attributes' | 'before' | 'after'>>;
const node = (tag: string, id: string, parts: Parts = {}): Node => ({ id, tag, attributes: '', before: '', after: '', ...parts });
const extension = (rules: string): string => (rules === '' ? '' : `<bpmn:extensionElements>${rules}</bpmn:extensionElements>`);

export const make =
  (tag: string) =>
  (id: string, parts: Parts = {}) =>
    node(tag, id, parts);
/** A step with gc: rules, e.g. user('u', '<gc:assignment offices="mayor"/>'). */
const step =
  (tag: string) =>
  (id: string, rules = '', parts: Parts = {}) =>
    node(tag, id, { ...parts, before: extension(rules) });

export const task = step('task');
export const user = step('userTask');
export const service = step('serviceTask');
export const script = (id: string, source = '1 + 1', attributes = 'scriptFormat="feel"') =>
  node('scriptTask', id, { attributes, after: source === '' ? '' : `<bpmn:script>${source}</bpmn:script>` });
export const receive = (id: string, message = 'M') =>
  node('receiveTask', id, { attributes: message === '' ? '' : `messageRef="${message}"` });
export const send = (id: string, message = 'M') => node('sendTask', id, { attributes: message === '' ? '' : `messageRef="${message}"` });

export const xor = (id: string, attributes = '') => node('exclusiveGateway', id, { attributes });
export const and = (id: string, attributes = '') => node('parallelGateway', id, { attributes });
export const or = (id: string, attributes = '') => node('inclusiveGateway', id, { attributes });
export const eventGateway = (id: string, attributes = '') => node('eventBasedGateway', id, { attributes });

export const none = '';
export const timer = (duration = 'PT1H', form = 'timeDuration') =>
  `<bpmn:timerEventDefinition><bpmn:${form}>${duration}</bpmn:${form}></bpmn:timerEventDefinition>`;
export const message = (ref = 'M') =>
  ref === '' ? '<bpmn:messageEventDefinition/>' : `<bpmn:messageEventDefinition messageRef="${ref}"/>`;
export const signal = (ref = 'S') => (ref === '' ? '<bpmn:signalEventDefinition/>' : `<bpmn:signalEventDefinition signalRef="${ref}"/>`);
export const error = (ref = 'E') => (ref === '' ? '<bpmn:errorEventDefinition/>' : `<bpmn:errorEventDefinition errorRef="${ref}"/>`);
export const terminate = '<bpmn:terminateEventDefinition/>';

const event =
  (tag: string) =>
  (id: string, definition = none, attributes = '') =>
    node(tag, id, { attributes, after: definition });
export const start = event('startEvent');
export const end = event('endEvent');
export const catching = event('intermediateCatchEvent');
export const throwing = event('intermediateThrowEvent');
export const boundary = (id: string, host: string, definition: string, attributes = '') =>
  node('boundaryEvent', id, { attributes: `attachedToRef="${host}" ${attributes}`, after: definition });

export const sub = (id: string, nodes: readonly Node[], flows: readonly string[], parts: Parts & { tag?: string } = {}) =>
  node(parts.tag ?? 'subProcess', id, {
    attributes: parts.attributes ?? '',
    before: parts.before ?? '',
    after: `${drawInside(nodes, flows)}${parts.after ?? ''}`,
  });

/** For multi-instance markers. */
export const multi = (inside: string, attributes = '') =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;
export const times = (n: number | string) => `<bpmn:loopCardinality>${n}</bpmn:loopCardinality>`;

interface DrawnFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly condition: string;
}

/** 'a > b' · 'a > b : condition' · 'a > b #id : condition'; the id is f_a_b where none is given. */
function parseFlow(text: string): DrawnFlow {
  const match = /^\s*([^\s>]*)\s*>\s*([^\s:#]*)\s*(?:#(\S+))?\s*(?::\s*([\s\S]*))?$/.exec(text);
  if (!match) throw new Error(`not a flow: ${text}`);
  const [, source = '', target = '', id, condition = ''] = match;
  return { id: id ?? `f_${source}_${target}`, source, target, condition };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function drawInside(nodes: readonly Node[], flowTexts: readonly string[]): string {
  const flows = flowTexts.map(parseFlow);
  const drawnNodes = nodes.map(({ id, tag, attributes, before, after }) => {
    const joins = [
      ...flows.filter((flow) => flow.target === id).map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`),
      ...flows.filter((flow) => flow.source === id).map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`),
    ].join('');
    return `<bpmn:${tag} id="${id}" ${attributes}>${before}${joins}${after}</bpmn:${tag}>`;
  });
  const drawnFlows = flows.map(({ id, source, target, condition }) => {
    const inside =
      condition === ''
        ? ''
        : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`;
    return `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inside}</bpmn:sequenceFlow>`;
  });
  return [...drawnNodes, ...drawnFlows].join('\n');
}

export interface ProcessParts {
  readonly id?: string;
  readonly attributes?: string;
  /** gc: rules of the process. */
  readonly rules?: string;
  /** Properties, lane sets, data objects: in front of the nodes. */
  readonly before?: string;
  readonly after?: string;
}

export const processOf = (nodes: readonly Node[], flows: readonly string[], parts: ProcessParts = {}): string =>
  `<bpmn:process id="${parts.id ?? 'P'}" ${parts.attributes ?? 'isExecutable="true"'}>${extension(parts.rules ?? '')}${parts.before ?? ''}${drawInside(nodes, flows)}${parts.after ?? ''}</bpmn:process>`;

/** The messages, signals and errors that nodes refer to by default. */
export const roots =
  '<bpmn:message id="M" name="paid"/><bpmn:signal id="S" name="alarm"/><bpmn:error id="E" name="refused" errorCode="refused"/>';

export const file = (inside: string, attributes = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:other="urn:other" id="D" targetNamespace="urn:test" ${attributes}>
${roots}${inside}
</bpmn:definitions>`;

/** A file with one process P. */
export const draw = (nodes: readonly Node[], flows: readonly string[], parts: ProcessParts = {}): string =>
  file(processOf(nodes, flows, parts));

/** start s, the given nodes in a row, end e. */
export const row = (...nodes: readonly Node[]): string => {
  const all = [start('s'), ...nodes, end('e')];
  return draw(
    all,
    all.slice(1).map((next, i) => `${all[i]?.id ?? ''} > ${next.id}`),
  );
};
