// The tree of scopes of one process: the process itself, then each subprocess in document order, with what stands in it.
// Promise: every flow node and sequence flow with an id stands in exactly one scope; data names are collected on the way.
import { type Drawn, is, type Kinds } from './drawn.ts';
import type { Reading } from './reading.ts';

export type DrawnNode = Drawn<Kinds['bpmn:FlowNode']> & { readonly id: string };
export type DrawnFlow = Drawn<Kinds['bpmn:SequenceFlow']> & { readonly id: string };
type Container = Drawn<Kinds['bpmn:Process'] | Kinds['bpmn:SubProcess']>;

export interface DrawnScope {
  readonly index: number;
  readonly id: string;
  readonly parent?: number;
  readonly container: Container;
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
  readonly declared: readonly string[];
}

/** bpmn-js writes such a property as the anchor of a data association; it is no variable. */
const placeholder = '__targetRef_placeholder';

const hasId = <T extends Drawn>(element: T): element is T & { readonly id: string } => element.id !== undefined;

export function gatherScopes(process: Drawn<Kinds['bpmn:Process']>, reading: Reading): readonly DrawnScope[] {
  const scopes: DrawnScope[] = [];
  const add = (container: Container, parent: number | undefined): void => {
    const index = scopes.length;
    const elements: readonly Drawn[] = container.flowElements ?? [];
    const nodes: DrawnNode[] = [];
    const flows: DrawnFlow[] = [];
    for (const element of elements) {
      if (is(element, 'bpmn:FlowNode') && hasId(element)) nodes.push(element);
      else if (is(element, 'bpmn:SequenceFlow') && hasId(element)) flows.push(element);
    }
    const declared = declaredIn(container, elements, reading);
    scopes.push({ index, id: container.id ?? '', ...(parent === undefined ? {} : { parent }), container, nodes, flows, declared });
    for (const node of nodes) if (is(node, 'bpmn:SubProcess')) add(node, index);
  };
  add(process, undefined);
  return scopes;
}

function declaredIn(container: Container, elements: readonly Drawn[], { dataNames }: Reading): readonly string[] {
  for (const property of container.properties ?? []) {
    const name = property.name?.trim();
    if (name && name !== placeholder) dataNames.set(property, name);
  }
  for (const element of elements) {
    if (is(element, 'bpmn:DataObject') && element.name?.trim()) dataNames.set(element, element.name.trim());
  }
  // A data object often has no name but its references do.
  for (const element of elements) {
    if (!is(element, 'bpmn:DataObjectReference')) continue;
    const { dataObjectRef, name } = element;
    if (dataObjectRef && !dataNames.has(dataObjectRef) && name?.trim()) dataNames.set(dataObjectRef, name.trim());
  }
  const data: readonly Drawn[] = [...(container.properties ?? []), ...elements.filter((element) => is(element, 'bpmn:DataObject'))];
  return [...new Set(data.flatMap((element) => dataNames.get(element) ?? []))];
}
