// Edits of references to things that stand at the root of the file or of the process: messages, signals, errors, escalations, loop data.
// A thing of that name is used again; where there is none it is made. Nothing that something else may use is ever removed.
import type { Edit, Make } from '../edits.ts';
import { childOf, childrenOf, enclosing, flagOf, type ModdleElement, textOf } from '../moddle.ts';
import type { Subject } from './subject.ts';

export interface ReferenceKind {
  /** Property of the event definition or task. */
  readonly property: 'messageRef' | 'signalRef' | 'errorRef' | 'escalationRef';
  readonly type: 'bpmn:Message' | 'bpmn:Signal' | 'bpmn:Error' | 'bpmn:Escalation';
  /** The attribute by which the engine knows it. */
  readonly by: 'name' | 'errorCode' | 'escalationCode';
}

const kinds: Readonly<Record<string, ReferenceKind>> = {
  'bpmn:MessageEventDefinition': { property: 'messageRef', type: 'bpmn:Message', by: 'name' },
  'bpmn:SendTask': { property: 'messageRef', type: 'bpmn:Message', by: 'name' },
  'bpmn:ReceiveTask': { property: 'messageRef', type: 'bpmn:Message', by: 'name' },
  'bpmn:SignalEventDefinition': { property: 'signalRef', type: 'bpmn:Signal', by: 'name' },
  'bpmn:ErrorEventDefinition': { property: 'errorRef', type: 'bpmn:Error', by: 'errorCode' },
  'bpmn:EscalationEventDefinition': { property: 'escalationRef', type: 'bpmn:Escalation', by: 'escalationCode' },
};

export const referenceKindOf = (holder: ModdleElement | undefined): ReferenceKind | undefined => (holder ? kinds[holder.$type] : undefined);

export const referenceOf = (holder: ModdleElement, kind: ReferenceKind): string | undefined =>
  textOf(childOf(holder, kind.property), kind.by);

/** What is already there to choose from. */
export function knownReferences(element: ModdleElement, kind: ReferenceKind): readonly string[] {
  const roots = childrenOf(enclosing(element, ['bpmn:Definitions']), 'rootElements');
  return [...new Set(roots.filter((r) => r.$type === kind.type).flatMap((r) => textOf(r, kind.by) ?? []))];
}

export function setReference({ shape, element }: Subject, holder: ModdleElement, text: string | undefined, make: Make): readonly Edit[] {
  const kind = referenceKindOf(holder);
  const definitions = enclosing(element, ['bpmn:Definitions']);
  if (!kind || !definitions) return [];
  if (text === undefined) return [{ shape, target: holder, properties: { [kind.property]: undefined } }];
  const roots = childrenOf(definitions, 'rootElements');
  const known = roots.find((r) => r.$type === kind.type && textOf(r, kind.by) === text);
  const referred = known ?? make(kind.type, definitions, { name: text, [kind.by]: text });
  const added: readonly Edit[] = known ? [] : [{ shape, target: definitions, properties: { rootElements: [...roots, referred] } }];
  return [...added, { shape, target: holder, properties: { [kind.property]: referred } }];
}

export type LoopKind = 'none' | 'parallel' | 'sequential' | 'standard';

export function loopKindOf(element: ModdleElement): LoopKind {
  const loop = childOf(element, 'loopCharacteristics');
  if (!loop) return 'none';
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') return 'standard';
  return flagOf(loop, 'isSequential') ? 'sequential' : 'parallel';
}

export function setLoopKind({ shape, element }: Subject, kind: LoopKind, make: Make): readonly Edit[] {
  const present = childOf(element, 'loopCharacteristics');
  const multi = 'bpmn:MultiInstanceLoopCharacteristics';
  if (kind === 'none') return [{ shape, properties: { loopCharacteristics: undefined } }];
  if (kind === 'standard') return [{ shape, properties: { loopCharacteristics: make('bpmn:StandardLoopCharacteristics', element) } }];
  const isSequential = kind === 'sequential';
  if (present?.$type === multi) return [{ shape, target: present, properties: { isSequential } }];
  return [{ shape, properties: { loopCharacteristics: make(multi, element, { isSequential }) } }];
}

const process = ['bpmn:Process'];

/** The variable over which a loop runs: data of that name in an enclosing scope is used, otherwise the process gets a property of that name. */
export function setLoopCollection({ shape, element }: Subject, loop: ModdleElement, name: string | undefined, make: Make): readonly Edit[] {
  if (name === undefined) return [{ shape, target: loop, properties: { loopDataInputRef: undefined } }];
  const owner = enclosing(element, process);
  if (!owner) return [];
  const known = dataNamed(element, name);
  if (known) return [{ shape, target: loop, properties: { loopDataInputRef: known } }];
  const made = make('bpmn:Property', owner, { name });
  return [
    { shape, target: owner, properties: { properties: [...childrenOf(owner, 'properties'), made] } },
    { shape, target: loop, properties: { loopDataInputRef: made } },
  ];
}

function dataNamed(element: ModdleElement, name: string): ModdleElement | undefined {
  for (let scope = element.$parent; scope; scope = scope.$parent) {
    const hasData = scope.$type === 'bpmn:Process' || scope.$type === 'bpmn:SubProcess';
    if (!hasData) continue;
    const data = [...childrenOf(scope, 'properties'), ...childrenOf(scope, 'flowElements').filter((e) => e.$type === 'bpmn:DataObject')];
    const found = data.find((d) => textOf(d, 'name') === name);
    if (found) return found;
  }
  return undefined;
}

export const loopCollectionOf = (loop: ModdleElement): string | undefined => textOf(childOf(loop, 'loopDataInputRef'), 'name');
export const loopItemOf = (loop: ModdleElement): string | undefined => textOf(childOf(loop, 'inputDataItem'), 'name');

export function setLoopItem({ shape }: Subject, loop: ModdleElement, name: string | undefined, make: Make): readonly Edit[] {
  const present = childOf(loop, 'inputDataItem');
  if (name === undefined) return [{ shape, target: loop, properties: { inputDataItem: undefined } }];
  if (present) return [{ shape, target: present, properties: { name } }];
  return [{ shape, target: loop, properties: { inputDataItem: make('bpmn:DataInput', loop, { name }) } }];
}
