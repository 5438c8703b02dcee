// Repetition markers: multi-instance (BPMN 2.0.2 §13.3.7) and standard loop (§13.3.6), as the standard's own elements say them.
// Promise: variables by name: where a marker refers to an activity's data input or output, through its data association.
import { type Drawn, is, type Kinds } from './drawn.ts';
import type { ExpressionText, Loop } from './graph.ts';
import { present } from './present.ts';
import { type DrawnExpression, readExpression } from './read-expression.ts';
import { dataName, type Reading } from './reading.ts';

type Multi = Drawn<Kinds['bpmn:MultiInstanceLoopCharacteristics']>;

export function readLoop(activity: Drawn<Kinds['bpmn:Activity']>, host: string, reading: Reading): Loop | undefined {
  const marker: Drawn | undefined = activity.loopCharacteristics;
  if (!marker) return undefined;
  const expression = (drawn: DrawnExpression | undefined, zh: string, en: string): ExpressionText | undefined =>
    drawn && readExpression(drawn, { host, what: { zh, en } }, reading);
  if (is(marker, 'bpmn:StandardLoopCharacteristics')) {
    const maximum = marker.loopMaximum;
    if (maximum !== undefined && !(Number.isSafeInteger(maximum) && maximum > 0)) reading.report('loop.maximum', host);
    if (maximum === undefined && !marker.loopCondition) reading.report('loop.endless', host);
    const condition = expression(marker.loopCondition, '循环条件', 'loop condition');
    return { kind: 'standard', testBefore: marker.testBefore === true, ...present({ maximum, condition }) };
  }
  if (!is(marker, 'bpmn:MultiInstanceLoopCharacteristics')) throw new Error(`no reader for ${marker.$type}`);

  if (!marker.loopCardinality && !marker.loopDataInputRef) reading.report('loop.nothing-to-repeat', host);
  if (marker.loopCardinality && marker.loopDataInputRef) reading.report('loop.both', host);
  return {
    kind: 'multi',
    sequential: marker.isSequential === true,
    ...present({
      cardinality: expression(marker.loopCardinality, '实例数', 'loop cardinality'),
      collection: marker.loopDataInputRef && sourceName(activity, marker.loopDataInputRef, { host, reading }),
      item: marker.inputDataItem && dataName(reading, marker.inputDataItem, host),
      output: readOutput(activity, marker, { host, reading }),
      completion: expression(marker.completionCondition, '完成条件', 'completion condition'),
    }),
  };
}

interface At {
  readonly host: string;
  readonly reading: Reading;
}

/** The variable behind a collection: the data itself, or what is associated with the activity's data input. */
function sourceName(activity: Drawn<Kinds['bpmn:Activity']>, data: Drawn, { host, reading }: At): string | undefined {
  const association = (activity.dataInputAssociations ?? []).find(({ targetRef }) => targetRef === data);
  return dataName(reading, association?.sourceRef?.[0] ?? data, host);
}

function readOutput(activity: Drawn<Kinds['bpmn:Activity']>, marker: Multi, { host, reading }: At) {
  const data: Drawn | undefined = marker.loopDataOutputRef;
  if (!data || !marker.outputDataItem) return undefined;
  const association = (activity.dataOutputAssociations ?? []).find(({ sourceRef }) => sourceRef?.some((source) => source === data));
  const collection = dataName(reading, association?.targetRef ?? data, host);
  const item = dataName(reading, marker.outputDataItem, host);
  return collection !== undefined && item !== undefined ? { collection, item } : undefined;
}
