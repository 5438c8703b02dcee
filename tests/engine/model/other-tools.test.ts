// Files as other tools write them: prefixes, extensions and attributes of theirs, artifacts, shapes. Read, or refused for a reason.
import { expect, test } from 'vitest';
import { readDrawing } from '../../../engine/model/read-drawing.ts';

const flows =
  '<sequenceFlow id="f1" sourceRef="s" targetRef="g"/><sequenceFlow id="f2" name="yes" sourceRef="g" targetRef="e" isImmediate="true"><conditionExpression xsi:type="tFormalExpression"><![CDATA[=amount < 100 and ok]]></conditionExpression></sequenceFlow><sequenceFlow id="f3" sourceRef="g" targetRef="u"/>';

const withDefaultNamespace = `\ufeff<?xml version='1.0' encoding='UTF-8' standalone='yes'?>
<!-- made elsewhere -->
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:omgdc="http://www.omg.org/spec/DD/20100524/DC" xmlns:omgdi="http://www.omg.org/spec/DD/20100524/DI" xmlns:tool="urn:tool" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"
  xsi:schemaLocation="http://www.omg.org/spec/BPMN/20100524/MODEL BPMN20.xsd" id="defs" name="n" targetNamespace="urn:t" exporter="Tool" exporterVersion="1.0" typeLanguage="http://www.w3.org/2001/XMLSchema" tool:mode="x">
  <itemDefinition id="item" structureRef="xsd:string" itemKind="Information" isCollection="false"/>
  <category id="cat"><categoryValue id="cv" value="a"/></category>
  <process id="P" name="p" processType="None" isClosed="false" isExecutable="true" tool:versionTag="1">
    <documentation textFormat="text/plain">words</documentation>
    <extensionElements><tool:listener event="start"><tool:script>code()</tool:script></tool:listener></extensionElements>
    <ioSpecification id="io"><inputSet id="is"/><outputSet id="os"/></ioSpecification>
    <property id="amount" name="amount" itemSubjectRef="item"/>
    <laneSet id="ls"><lane id="l"><flowNodeRef>s</flowNodeRef><flowNodeRef>u</flowNodeRef></lane></laneSet>
    <startEvent id="s" isInterrupting="true" parallelMultiple="false"><outgoing>f1</outgoing></startEvent>
    <exclusiveGateway id="g" gatewayDirection="Diverging" default="f3"><incoming>f1</incoming><outgoing>f2</outgoing><outgoing>f3</outgoing></exclusiveGateway>
    <userTask id="u" implementation="##unspecified" startQuantity="1" completionQuantity="1" isForCompensation="false" tool:assignee="x">
      <incoming>f3</incoming>
      <property id="ph" name="__targetRef_placeholder"/>
      <dataInputAssociation id="dia"><sourceRef>store</sourceRef><targetRef>ph</targetRef></dataInputAssociation>
    </userTask>
    <endEvent id="e"><incoming>f2</incoming></endEvent>
    ${flows}
    <dataStoreReference id="store" name="archive"/>
    <textAnnotation id="note"><text>look</text></textAnnotation>
    <association id="a" sourceRef="note" targetRef="u" associationDirection="None"/>
    <group id="grp" categoryValueRef="cv"/>
  </process>
  <bpmndi:BPMNDiagram id="dia1"><bpmndi:BPMNPlane id="plane" bpmnElement="P">
    <bpmndi:BPMNShape id="s_di" bpmnElement="s" bioc:stroke="#000"><omgdc:Bounds x="1" y="2.5" width="36" height="36"/><bpmndi:BPMNLabel/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="g_di" bpmnElement="g" isMarkerVisible="true"><omgdc:Bounds x="100" y="2" width="50" height="50"/></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><omgdi:waypoint x="37" y="20"/><omgdi:waypoint x="100" y="20"/></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>
`;

test('a file with the default namespace, foreign extensions, artifacts and shapes', async () => {
  const { drawing, problems } = await readDrawing(withDefaultNamespace);
  expect(problems).toEqual([]);
  const graph = drawing?.processes[0];
  expect([...(graph?.nodes.keys() ?? [])]).toEqual(['s', 'g', 'u', 'e']);
  expect(graph?.scopes[0]?.declared).toEqual(['amount']);
  expect(graph?.nodes.get('g')?.outgoing[0]?.condition?.source).toBe('amount < 100 and ok');
});

test('the same with Windows line ends and another prefix, at the same place when it is wrong', async () => {
  const wrong = withDefaultNamespace.replace('<endEvent id="e">', '<endEvent id="e"><magic/>').replaceAll('\n', '\r\n');
  expect((await readDrawing(wrong)).problems.map(({ code, element }) => [code, element])).toEqual([['element.unknown', 'e']]);
  const prefixed = withDefaultNamespace
    .replace('xmlns=', 'xmlns:bpmn2=')
    .replace(/<(\/?)([a-z]\w+)(?=[\s>/])(?!:)/g, '<$1bpmn2:$2')
    .replace('"tFormal', '"bpmn2:tFormal');
  expect((await readDrawing(prefixed)).problems).toEqual([]);
});
