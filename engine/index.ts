// The only door of the engine.
export { type Fault, type IncidentCode, incidentTable } from './behaviour/incident-table.ts';
export { addDays } from './calendar/add-days.ts';
export { parseTimer } from './calendar/timer.ts';
export { workingDaysBetween } from './calendar/working-days-between.ts';
export type {
  AwaitedSupervision,
  CaseEvent,
  CaseEventOf,
  Hand,
  MeetingFact,
  OpenedTask,
  ProcedureRef,
  Waiting,
} from './case/event.ts';
export { evolve, foldCase } from './case/evolve.ts';
export { restoreCase, saveCase } from './case/save.ts';
export type {
  CaseState,
  CaseStatus,
  Incident,
  InstancesState,
  NodeState,
  Objection,
  Participation,
  TaskState,
  WaitState,
} from './case/state.ts';
export { meets, needed } from './deliberation/arithmetic.ts';
export {
  bigSplit,
  type Choice,
  chiefOf,
  type Deliberation,
  foldMeeting,
  type MeetingEvent,
  type MeetingState,
  type Member,
  type Opinion,
  opinionTally,
  quorum,
  tally,
  type View,
  voters,
} from './deliberation/meeting.ts';
export type { Actor, BodyMember, Command, CommandType, Directory, Facts } from './execution/command.ts';
export { handOf } from './execution/command.ts';
export { compileProcedure, type ProcedureInput } from './execution/compile-procedure.ts';
export { type Decision, decide } from './execution/decide.ts';
export { type MayDo, mayDo } from './execution/may-do.ts';
export { type NextStep, nextSteps } from './execution/next-steps.ts';
export { type Played, type PlayedAct, playScenario } from './execution/play-scenario.ts';
export type { Procedure } from './execution/procedure.ts';
export { type Refusal, type RefusalCode, refusalTable } from './execution/refusal.ts';
export { type Scenario, type ScenarioStep, scenario } from './execution/scenario.ts';
export { type ActingStep, nextOrder } from './execution/scenario-order.ts';
export { compileExpression, type Expression } from './expression/compile-expression.ts';
export type { AssignmentRule, DeliberationRule, StepRules, SupervisionRule } from './model/dialect.ts';
export { checkAnswers, type Form, type FormFault, type FormField, form, formField } from './model/form.ts';
export { gcDescriptor, gcNamespace } from './model/gc-moddle.ts';
export type {
  Drawing,
  ExpressionText,
  Flow,
  FlowNode,
  Lane,
  Loop,
  NodeKind,
  Problem,
  ProcessGraph,
  Scope,
  Trigger,
} from './model/graph.ts';
export type { Json, JsonObject, Words } from './model/json.ts';
export { bpmnSupplement } from './model/metamodel.ts';
export { problemTable } from './model/problems.ts';
export { type DrawingRead, readDefinitions } from './model/read-definitions.ts';
export { readDrawing } from './model/read-drawing.ts';
export { type RuleObject, ruleObject, type Threshold } from './model/rule-object.ts';
export { fromHex, leafHash, type Sha256, toHex } from './record/bytes.ts';
export { canonicalText } from './record/canonical.ts';
export { type ExportHeader, exportRecords, readExport, recordsOf, type StoredRecord, verifyExport } from './record/export-records.ts';
export { type RecordFault, recordFaults } from './record/fault.ts';
export { consistencyProof, inclusionProof, treeHash, verifyConsistency, verifyInclusion } from './record/merkle.ts';
export { hashRecord, noPrevious, type ParsedRecord, parseRecord, type RecordBody, type Sealed, sealRecord } from './record/record.ts';
export { type RecordLine, type Verdict, verifyRecords } from './record/verify-records.ts';
export { nextTimedStart, type TimedStart, timedStarts } from './triggers/timed-starts.ts';
export { checkProcedure } from './verification/check-procedure.ts';
