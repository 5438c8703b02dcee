// A small writer of BPMN drawings for tests: elements by name, flows by "A -> B". No layout: the reader does not need it.
export interface Drawn {
  readonly nodes: Readonly<Record<string, string>>;
  /** "A -> B", "A -> B ? condition", "A -> B !" (default). */
  readonly flows: readonly string[];
  /** XML put into the process before its nodes: properties, gc: rules, lanes. */
  readonly head?: string;
  /** XML beside the process: messages, errors, signals. */
  readonly roots?: string;
}

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
  readonly isDefault: boolean;
}

function edges(flows: readonly string[], prefix: string): readonly Edge[] {
  return flows.map((text, i) => {
    const m = /^\s*(\S+)\s*->\s*(\S+)\s*(?:\?\s*(.+?))?\s*(!)?\s*$/.exec(text);
    if (!m?.[1] || !m[2]) throw new Error(`Cannot read flow "${text}"`);
    return { id: `${prefix}${i + 1}`, from: m[1], to: m[2], isDefault: m[4] === '!', ...(m[3] === undefined ? {} : { condition: m[3] }) };
  });
}

/** The inside of a process or subprocess. Node text: `userTask`, `userTask attr="x"`, or `userTask|inner xml`. */
export function inside(d: Drawn, prefix = 'f'): string {
  const all = edges(d.flows, prefix);
  const nodes = Object.entries(d.nodes).map(([id, text]) => {
    const [tag = '', ...inner] = text.split('|');
    const [type = '', ...attrs] = tag.split(' ');
    const fallback = all.find((e) => e.from === id && e.isDefault);
    const ends = [
      ...all.filter((e) => e.to === id).map((e) => `<bpmn:incoming>${e.id}</bpmn:incoming>`),
      ...all.filter((e) => e.from === id).map((e) => `<bpmn:outgoing>${e.id}</bpmn:outgoing>`),
    ].join('');
    const body = inner.join('|');
    const split = body.startsWith('<bpmn:extensionElements>') ? body.indexOf('</bpmn:extensionElements>') : -1;
    const [first, rest] = split < 0 ? ['', body] : [body.slice(0, split + 25), body.slice(split + 25)];
    return `<bpmn:${type} id="${id}" name="${id}" ${attrs.join(' ')}${fallback ? ` default="${fallback.id}"` : ''}>${first}${ends}${rest}</bpmn:${type}>`;
  });
  const flows = all.map((e) =>
    e.condition === undefined
      ? `<bpmn:sequenceFlow id="${e.id}" sourceRef="${e.from}" targetRef="${e.to}"/>`
      : `<bpmn:sequenceFlow id="${e.id}" sourceRef="${e.from}" targetRef="${e.to}"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${xmlText(e.condition)}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
  );
  return `${d.head ?? ''}${nodes.join('')}${flows.join('')}`;
}

/** A whole drawing with one process `p`. */
export function bpmn(d: Drawn): string {
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gc="urn:guicheng:bpmn:1" id="defs" targetNamespace="t">${d.roots ?? ''}<bpmn:process id="p" isExecutable="true">${inside(d)}</bpmn:process></bpmn:definitions>`;
}

export const rules = (...gc: readonly string[]): string => `<bpmn:extensionElements>${gc.join('')}</bpmn:extensionElements>`;
export const parallelOver = (collection: string, item: string, more = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>${collection}</bpmn:loopDataInputRef><bpmn:inputDataItem id="${item}_i" name="${item}"/>${more}</bpmn:multiInstanceLoopCharacteristics>`;
export const sequentialOver = (collection: string, item: string): string =>
  parallelOver(collection, item).replace(
    '<bpmn:multiInstanceLoopCharacteristics>',
    '<bpmn:multiInstanceLoopCharacteristics isSequential="true">',
  );
export const timer = (form: 'timeDuration' | 'timeDate' | 'timeCycle', text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${form} xsi:type="bpmn:tFormalExpression">${xmlText(text)}</bpmn:${form}></bpmn:timerEventDefinition>`;
