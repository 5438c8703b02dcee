// A small procedure with everything the server must carry: a start form, a supervised step, a meeting, a loop back.
// Kept small so that one test can walk through it; the real procedures have their own tests.
import type { DrawingInput } from '../../../server/pipeline/judge-drawing.ts';

export const smallKey = 'small-decision';
const facts = (kind: string, subject: string): string =>
  `<gc:step kind="${kind}" subject="${subject}" condition="前一步已完成" goal="办好这一步" limit="3个工作日" requirement="照章办理" />`;

export const smallXml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gc="urn:guicheng:bpmn:1" id="Definitions_Small" targetNamespace="urn:guicheng:test">
  <bpmn:process id="${smallKey}" name="小议决" isExecutable="true">
    <bpmn:extensionElements>
      <gc:matter class="ordinary" item="测试事项" />
      <gc:basis text="测试依据" />
      <gc:rules key="small-rules" version="1" />
      <gc:form key="proposal" />
    </bpmn:extensionElements>
    <bpmn:startEvent id="Start" name="申报"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="Review" name="审核">
      <bpmn:extensionElements>
        ${facts('review', '会议秘书')}
        <gc:assignment offices="meeting-secretary" />
        <gc:supervision office="discipline-inspector" mode="cosign" when="during" />
        <gc:deadline days="3" unit="working" />
        <gc:risk point="走过场" level="medium" measure="纪委会签" owner="会议秘书" />
        <gc:document name="审核单" />
        <gc:form key="review" />
      </bpmn:extensionElements>
      <bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:subProcess id="Meeting" name="会议">
      <bpmn:extensionElements><gc:deliberation stage="meeting" body="party-committee" level="ordinary" /></bpmn:extensionElements>
      <bpmn:incoming>F2</bpmn:incoming><bpmn:outgoing>F3</bpmn:outgoing>
      <bpmn:property id="Data_Speakers" name="speakers" />
      <bpmn:property id="Data_Voters" name="voters" />
      <bpmn:startEvent id="MeetingStart"><bpmn:outgoing>M1</bpmn:outgoing></bpmn:startEvent>
      <bpmn:userTask id="SignIn" name="签到">
        <bpmn:extensionElements>${facts('sign-in', '会议秘书')}<gc:assignment offices="meeting-secretary" /><gc:deliberation stage="signIn" /></bpmn:extensionElements>
        <bpmn:incoming>M1</bpmn:incoming><bpmn:outgoing>M2</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:userTask id="Opinions" name="发言">
        <bpmn:extensionElements>${facts('opinions', '委员')}<gc:assignment person="speaker" /><gc:deliberation stage="opinions" /><gc:form key="opinion" /></bpmn:extensionElements>
        <bpmn:incoming>M2</bpmn:incoming><bpmn:outgoing>M3</bpmn:outgoing>
        <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopDataInputRef>Data_Speakers</bpmn:loopDataInputRef><bpmn:inputDataItem id="Item_Speaker" name="speaker" /></bpmn:multiInstanceLoopCharacteristics>
      </bpmn:userTask>
      <bpmn:userTask id="Chief" name="末位表态">
        <bpmn:extensionElements>${facts('chief-opinion', '主持人')}<gc:assignment person="chief" /><gc:deliberation stage="chiefOpinion" /><gc:form key="opinion" /></bpmn:extensionElements>
        <bpmn:incoming>M3</bpmn:incoming><bpmn:outgoing>M4</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:userTask id="Ballot" name="表决">
        <bpmn:extensionElements>${facts('ballot', '委员')}<gc:assignment person="voter" /><gc:deliberation stage="ballot" /><gc:form key="ballot" /></bpmn:extensionElements>
        <bpmn:incoming>M4</bpmn:incoming><bpmn:outgoing>M5</bpmn:outgoing>
        <bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>Data_Voters</bpmn:loopDataInputRef><bpmn:inputDataItem id="Item_Voter" name="voter" /></bpmn:multiInstanceLoopCharacteristics>
      </bpmn:userTask>
      <bpmn:userTask id="Announce" name="宣布结果">
        <bpmn:extensionElements>${facts('announce', '会议秘书')}<gc:assignment offices="meeting-secretary" /><gc:deliberation stage="announce" /></bpmn:extensionElements>
        <bpmn:incoming>M5</bpmn:incoming><bpmn:outgoing>M6</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:endEvent id="MeetingEnd"><bpmn:incoming>M6</bpmn:incoming></bpmn:endEvent>
      <bpmn:sequenceFlow id="M1" sourceRef="MeetingStart" targetRef="SignIn" />
      <bpmn:sequenceFlow id="M2" sourceRef="SignIn" targetRef="Opinions" />
      <bpmn:sequenceFlow id="M3" sourceRef="Opinions" targetRef="Chief" />
      <bpmn:sequenceFlow id="M4" sourceRef="Chief" targetRef="Ballot" />
      <bpmn:sequenceFlow id="M5" sourceRef="Ballot" targetRef="Announce" />
      <bpmn:sequenceFlow id="M6" sourceRef="Announce" targetRef="MeetingEnd" />
    </bpmn:subProcess>
    <bpmn:userTask id="File" name="归档">
      <bpmn:extensionElements>${facts('file', '档案员')}<gc:assignment offices="archivist" /></bpmn:extensionElements>
      <bpmn:incoming>F3</bpmn:incoming><bpmn:outgoing>F4</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="End" name="办结"><bpmn:incoming>F4</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Review" />
    <bpmn:sequenceFlow id="F2" sourceRef="Review" targetRef="Meeting" />
    <bpmn:sequenceFlow id="F3" sourceRef="Meeting" targetRef="File" />
    <bpmn:sequenceFlow id="F4" sourceRef="File" targetRef="End" />
  </bpmn:process>
</bpmn:definitions>
`;

const words = (zh: string, en: string) => ({ zh, en });
const choice = (key: string, ...values: string[]) => ({
  key,
  label: words(key, key),
  required: true,
  type: 'choice',
  options: values.map((value) => ({ value, label: words(value, value) })),
});

const half = { numerator: 1, denominator: 2, strict: true };

export const smallProcedure: DrawingInput = {
  key: smallKey,
  xml: smallXml,
  process: smallKey,
  rules: {
    key: 'small-rules',
    version: 1,
    title: words('小规则', 'Small rules'),
    sources: [],
    deliberation: {
      body: 'party-committee',
      quorum: { ordinary: half, major: { numerator: 2, denominator: 3, strict: false } },
      pass: { ...half, of: 'entitled' },
      recusedCounted: true,
      opinions: ['agree', 'disagree', 'postpone'],
      ballots: ['agree', 'disagree', 'abstain'],
      ballotMethod: 'open',
      split: { marginAtMost: 1, postponeAtLeast: { numerator: 1, denominator: 3, strict: false } },
      chiefLast: true,
    },
    supervised: [
      {
        kind: 'review',
        reason: words('审核须由纪委会签', 'The review is cosigned'),
        office: 'discipline-inspector',
        mode: 'cosign',
        when: 'during',
      },
    ],
    parameters: {},
  },
  forms: {
    proposal: {
      key: 'proposal',
      title: words('申报表', 'Proposal'),
      fields: [
        { key: 'background', label: words('背景', 'Background'), required: true, type: 'longText', maxLength: 4000 },
        { key: 'costFen', label: words('费用', 'Cost'), required: false, type: 'money', min: 0 },
      ],
    },
    review: {
      key: 'review',
      title: words('审核', 'Review'),
      fields: [{ key: 'reviewNote', label: words('审核意见', 'Note'), required: true, type: 'longText', maxLength: 4000 }],
    },
    opinion: {
      key: 'opinion',
      title: words('意见', 'Opinion'),
      fields: [
        choice('view', 'agree', 'disagree', 'postpone'),
        { key: 'reason', label: words('理由', 'Reason'), required: true, type: 'longText', maxLength: 4000 },
      ],
    },
    ballot: { key: 'ballot', title: words('表决票', 'Ballot'), fields: [choice('choice', 'agree', 'disagree', 'abstain')] },
  },
};
