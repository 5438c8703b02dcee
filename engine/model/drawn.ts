// The parser's tree as this room sees it: typed elements, narrowed by their BPMN type.
// Promise: the only place that knows how the parser's objects are built; works on a parsed file and on the modeler's live tree.
import type * as Bpmn from 'bpmn-moddle/types';

interface Property {
  readonly name: string;
  readonly type: string;
  readonly isAttr?: boolean;
  readonly isMany?: boolean;
  readonly isReference?: boolean;
  readonly isVirtual?: boolean;
}
export interface Descriptor {
  /** Absent on elements of unknown namespaces. */
  readonly properties?: readonly Property[];
  readonly allTypesByName?: Readonly<Record<string, unknown>>;
  readonly isGeneric?: boolean;
}
export type Drawn<T = object> = T & {
  readonly $type: string;
  readonly $parent?: Drawn | undefined;
  readonly $descriptor: Descriptor;
  readonly $instanceOf?: (type: string) => boolean;
  readonly id?: string;
};

/** BPMN type name → the parser's typing of it; those that this room reads. */
export interface Kinds {
  'bpmn:Definitions': Bpmn.BpmnDefinitions;
  'bpmn:Process': Bpmn.BpmnProcess;
  'bpmn:Collaboration': Bpmn.BpmnCollaboration;
  'bpmn:Participant': Bpmn.BpmnParticipant;
  'bpmn:FlowNode': Bpmn.BpmnFlowNode;
  'bpmn:SequenceFlow': Bpmn.BpmnSequenceFlow;
  'bpmn:Activity': Bpmn.BpmnActivity;
  'bpmn:SubProcess': Bpmn.BpmnSubProcess;
  'bpmn:AdHocSubProcess': Bpmn.BpmnAdHocSubProcess;
  'bpmn:CallActivity': Bpmn.BpmnCallActivity;
  'bpmn:ServiceTask': Bpmn.BpmnServiceTask;
  'bpmn:SendTask': Bpmn.BpmnSendTask;
  'bpmn:ReceiveTask': Bpmn.BpmnReceiveTask;
  'bpmn:ScriptTask': Bpmn.BpmnScriptTask;
  'bpmn:EventBasedGateway': Bpmn.BpmnEventBasedGateway;
  'bpmn:ExclusiveGateway': Bpmn.BpmnExclusiveGateway;
  'bpmn:StartEvent': Bpmn.BpmnStartEvent;
  'bpmn:BoundaryEvent': Bpmn.BpmnBoundaryEvent;
  'bpmn:CatchEvent': Bpmn.BpmnCatchEvent;
  'bpmn:ThrowEvent': Bpmn.BpmnThrowEvent;
  'bpmn:TimerEventDefinition': Bpmn.BpmnTimerEventDefinition;
  'bpmn:MessageEventDefinition': Bpmn.BpmnMessageEventDefinition;
  'bpmn:SignalEventDefinition': Bpmn.BpmnSignalEventDefinition;
  'bpmn:ErrorEventDefinition': Bpmn.BpmnErrorEventDefinition;
  'bpmn:EscalationEventDefinition': Bpmn.BpmnEscalationEventDefinition;
  'bpmn:ConditionalEventDefinition': Bpmn.BpmnConditionalEventDefinition;
  'bpmn:CompensateEventDefinition': Bpmn.BpmnCompensateEventDefinition;
  'bpmn:LinkEventDefinition': Bpmn.BpmnLinkEventDefinition;
  'bpmn:MultiInstanceLoopCharacteristics': Bpmn.BpmnMultiInstanceLoopCharacteristics;
  'bpmn:StandardLoopCharacteristics': Bpmn.BpmnStandardLoopCharacteristics;
  'bpmn:FormalExpression': Bpmn.BpmnFormalExpression;
  'bpmn:CorrelationProperty': Bpmn.BpmnCorrelationProperty;
  'bpmn:DataObject': Bpmn.BpmnDataObject;
  'bpmn:DataObjectReference': Bpmn.BpmnDataObjectReference;
  'bpmn:DataAssociation': Bpmn.BpmnDataAssociation;
  'bpmn:Extension': Bpmn.BpmnExtension;
}

export type Definitions = Drawn<Kinds['bpmn:Definitions']>;

declare const narrowed: unique symbol;
/** The mark exists for the compiler alone: nearly all of the parser's properties are optional, so that shapes alone narrow nothing. */
export type Narrowed<K extends keyof Kinds> = Drawn<Kinds[K]> & { readonly [narrowed]: K };

export function is<K extends keyof Kinds>(element: Drawn | undefined, kind: K): element is Narrowed<K> {
  const types = element?.$descriptor.allTypesByName;
  return types !== undefined && kind in types;
}

const hostTypes = [
  'bpmn:FlowElement',
  'bpmn:RootElement',
  'bpmn:Participant',
  'bpmn:MessageFlow',
  'bpmn:Lane',
  'bpmn:Artifact',
  'bpmn:ConversationNode',
  'bpmn:Definitions',
];

/** Whether people see it as a thing of its own: what a problem can point to. Event definitions are part of their event. */
export function isHost(element: Drawn): boolean {
  const types = element.$descriptor.allTypesByName;
  return types !== undefined && !('bpmn:EventDefinition' in types) && hostTypes.some((type) => type in types);
}

/** Id of the nearest element, itself included, that a problem can point to. */
export function hostOf(element: Drawn): string | undefined {
  for (let at: Drawn | undefined = element; at; at = at.$parent) if (at.id && isHost(at)) return at.id;
  return undefined;
}

const containment = new WeakMap<Descriptor, readonly Property[]>();

function containedProperties(element: Drawn): readonly Property[] {
  const known = containment.get(element.$descriptor);
  if (known) return known;
  const found = (element.$descriptor.properties ?? []).filter((p) => !p.isAttr && !p.isReference && !p.isVirtual);
  containment.set(element.$descriptor, found);
  return found;
}

const isDrawn = (value: unknown): value is Drawn =>
  typeof value === 'object' && value !== null && '$type' in value && '$descriptor' in value;

/** The elements that it contains (never those it only refers to), in document order of each property. */
export function contained(element: Drawn): readonly Drawn[] {
  const found: Drawn[] = [];
  if (element.$descriptor.isGeneric) return found;
  // The parser keeps each property under its local name.
  const values = element as unknown as Readonly<Record<string, unknown>>;
  for (const { name } of containedProperties(element)) {
    const value = values[name];
    if (value === undefined) continue;
    if (!Array.isArray(value)) {
      if (isDrawn(value)) found.push(value);
    } else for (const item of value as readonly unknown[]) if (isDrawn(item)) found.push(item);
  }
  return found;
}
