// A drawing opened without a canvas: parsed by the real parser with the gc: namespace, edits applied as the modeler's command stack applies them.
import { BpmnModdle } from 'bpmn-moddle';
import { bpmnSupplement, gcDescriptor } from '../../../engine/index.ts';
import type { Shape } from '../../../modeler-ui/diagram/bpmn-js.ts';
import type { Edit, Make } from '../../../modeler-ui/diagram/edits.ts';
import { childrenOf, type ModdleElement, textOf } from '../../../modeler-ui/diagram/moddle.ts';
import type { Subject } from '../../../modeler-ui/diagram/panel/subject.ts';

export interface OpenedDrawing {
  readonly definitions: ModdleElement;
  readonly make: Make;
  element(id: string): ModdleElement;
  subject(id: string): Subject;
  apply(edits: readonly Edit[]): void;
  xml(): Promise<string>;
}

function inside(element: ModdleElement): readonly ModdleElement[] {
  const children = ['rootElements', 'flowElements', 'laneSets', 'lanes', 'participants', 'artifacts'].flatMap((name) =>
    childrenOf(element, name),
  );
  return [element, ...children.flatMap(inside)];
}

export async function openDrawing(xml: string): Promise<OpenedDrawing> {
  const moddle = new BpmnModdle({ gc: gcDescriptor, bpmnSupplement });
  const { rootElement, warnings } = await moddle.fromXML(xml);
  if (warnings.length > 0) throw new Error(warnings.map((w) => w.message).join('\n'));
  const definitions = rootElement as ModdleElement;
  const element = (id: string): ModdleElement => {
    const found = inside(definitions).find((e) => textOf(e, 'id') === id);
    if (!found) throw new Error(`no element ${id}`);
    return found;
  };
  const shapeOf = (businessObject: ModdleElement): Shape => ({
    id: textOf(businessObject, 'id') ?? '',
    type: businessObject.$type,
    businessObject,
    x: 0,
    y: 0,
    width: 100,
    height: 80,
  });
  return {
    definitions,
    element,
    make: (type, parent, properties = {}) => {
      const made = moddle.create(type, { ...properties }) as ModdleElement;
      made.$parent = parent;
      return made;
    },
    subject: (id) => ({ shape: shapeOf(element(id)), element: element(id) }),
    apply: (edits) => {
      for (const { shape, target, properties } of edits)
        for (const [name, value] of Object.entries(properties)) (target ?? shape.businessObject).set(name, value);
    },
    xml: async () => (await moddle.toXML(definitions, { format: true })).xml,
  };
}

/** Process P: start → Check (user task, supervised) → Decide (exclusive gateway) → Large / Small → end, a timer on Check. */
export const smallDrawing = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gc="urn:guicheng:bpmn:1" xmlns:other="urn:other" targetNamespace="urn:t" id="D">
  <bpmn:process id="P" name="Use of funds" isExecutable="true">
    <bpmn:startEvent id="Start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="Check" name="Check the papers">
      <bpmn:extensionElements>
        <other:note text="kept" />
        <gc:supervision office="discipline-inspector" mode="attend" when="during" />
        <gc:assignment offices="legal-office risk-office" />
      </bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="Late" attachedToRef="Check" cancelActivity="false"><bpmn:outgoing>f6</bpmn:outgoing>
      <bpmn:timerEventDefinition id="T"><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="Decide" default="f4"><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing><bpmn:outgoing>f4</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:userTask id="Small"><bpmn:incoming>f4</bpmn:incoming><bpmn:outgoing>f5</bpmn:outgoing></bpmn:userTask>
    <bpmn:userTask id="Large" name="Put it to the meeting"><bpmn:extensionElements><gc:return to="Check Small" /></bpmn:extensionElements>
      <bpmn:incoming>f3</bpmn:incoming><bpmn:outgoing>f7</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="End"><bpmn:incoming>f5</bpmn:incoming><bpmn:incoming>f7</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="Reminded"><bpmn:incoming>f6</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="Start" targetRef="Check" />
    <bpmn:sequenceFlow id="f2" sourceRef="Check" targetRef="Decide" />
    <bpmn:sequenceFlow id="f3" name="large" sourceRef="Decide" targetRef="Large"><bpmn:conditionExpression>amount &gt; 100</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="Decide" targetRef="Small" />
    <bpmn:sequenceFlow id="f5" sourceRef="Small" targetRef="End" />
    <bpmn:sequenceFlow id="f6" sourceRef="Late" targetRef="Reminded" />
    <bpmn:sequenceFlow id="f7" sourceRef="Large" targetRef="End" />
  </bpmn:process>
</bpmn:definitions>`;
