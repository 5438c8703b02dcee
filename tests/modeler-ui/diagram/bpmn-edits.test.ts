// Edits of BPMN's own properties, written and read again: conditions, defaults, timers, messages, repetition, documentation.
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../engine/index.ts';
import { childOf, childrenOf, type ModdleElement } from '../../../modeler-ui/diagram/moddle.ts';
import {
  isDefault,
  mayHaveCondition,
  setDefault,
  setDocumentation,
  setExpression,
  setTimer,
  timerOf,
} from '../../../modeler-ui/diagram/panel/bpmn-edits.ts';
import {
  knownReferences,
  referenceKindOf,
  setLoopCollection,
  setLoopItem,
  setLoopKind,
  setReference,
} from '../../../modeler-ui/diagram/panel/reference-edits.ts';
import { type OpenedDrawing, openDrawing, smallDrawing } from './open-drawing.ts';

const nodeOf = async (drawing: OpenedDrawing, id: string) => (await readDrawing(await drawing.xml())).drawing?.processes[0]?.nodes.get(id);
const present = (element: ModdleElement | undefined): ModdleElement => {
  if (!element) throw new Error('not there');
  return element;
};

describe('conditions and defaults', () => {
  it('writes a condition', async () => {
    const drawing = await openDrawing(smallDrawing);
    const flow = drawing.subject('f3');
    drawing.apply(setExpression(flow, { holder: flow.element, name: 'conditionExpression' }, 'amount >= 500', drawing.make));
    const gateway = await nodeOf(drawing, 'Decide');
    expect(gateway?.outgoing.find((f) => f.id === 'f3')?.condition?.source).toBe('amount >= 500');
  });
  it('makes a flow the default and takes its condition away in the same step', async () => {
    const drawing = await openDrawing(smallDrawing);
    drawing.apply(setDefault(drawing.subject('f3'), drawing.subject('Decide').shape, true));
    expect(isDefault(drawing.element('f3'))).toBe(true);
    expect(isDefault(drawing.element('f4'))).toBe(false);
    expect(childOf(drawing.element('f3'), 'conditionExpression')).toBeUndefined();
  });
  it('offers a condition only where it can decide something', async () => {
    const drawing = await openDrawing(smallDrawing);
    expect(mayHaveCondition(drawing.element('f3'))).toBe(true);
    expect(mayHaveCondition(drawing.element('f1'))).toBe(false);
  });
});

describe('events', () => {
  it('changes the kind of a timer and keeps exactly one time', async () => {
    const drawing = await openDrawing(smallDrawing);
    const timer = present(childrenOf(drawing.element('Late'), 'eventDefinitions')[0]);
    expect(timerOf(timer)).toEqual({ form: 'timeDuration', text: 'P3D' });
    drawing.apply(setTimer(drawing.subject('Late'), timer, { form: 'timeDate', text: '2026-12-31T09:00:00Z' }, drawing.make));
    expect((await nodeOf(drawing, 'Late'))?.trigger).toMatchObject({
      kind: 'timer',
      form: 'date',
      expression: { source: '2026-12-31T09:00:00Z' },
    });
  });
  it('uses a message of that name again and makes one where there is none', async () => {
    const drawing = await openDrawing(
      smallDrawing
        .replace('<bpmn:userTask id="Small">', '<bpmn:receiveTask id="Small">')
        .replace('</bpmn:userTask>\n    <bpmn:userTask id="Large"', '</bpmn:receiveTask>\n    <bpmn:userTask id="Large"'),
    );
    const task = drawing.element('Small');
    const kind = present(task) && referenceKindOf(task);
    drawing.apply(setReference(drawing.subject('Small'), task, 'reply', drawing.make));
    drawing.apply(setReference(drawing.subject('Small'), task, 'reply', drawing.make));
    expect(kind && knownReferences(task, kind)).toEqual(['reply']);
    expect((await drawing.xml()).match(/<bpmn:message /g)).toHaveLength(1);
  });
});

describe('repetition', () => {
  it('runs over a variable, which the process gets when nothing of that name is there', async () => {
    const drawing = await openDrawing(smallDrawing);
    const subject = drawing.subject('Small');
    drawing.apply(setLoopKind(subject, 'sequential', drawing.make));
    const loop = present(childOf(subject.element, 'loopCharacteristics'));
    drawing.apply(setLoopCollection(subject, loop, 'voters', drawing.make));
    drawing.apply(setLoopItem(subject, loop, 'voter', drawing.make));
    for (const [index, made] of [...childrenOf(drawing.element('P'), 'properties'), ...[childOf(loop, 'inputDataItem')]].entries())
      made?.set('id', `Data_${index}`);
    expect((await nodeOf(drawing, 'Small'))?.loop).toMatchObject({ kind: 'multi', sequential: true, collection: 'voters', item: 'voter' });
  });
  it('is taken away again', async () => {
    const drawing = await openDrawing(smallDrawing);
    drawing.apply(setLoopKind(drawing.subject('Small'), 'parallel', drawing.make));
    drawing.apply(setLoopKind(drawing.subject('Small'), 'none', drawing.make));
    expect(await drawing.xml()).not.toContain('multiInstance');
  });
});

describe('documentation', () => {
  it('is written, changed and removed', async () => {
    const drawing = await openDrawing(smallDrawing);
    drawing.apply(setDocumentation(drawing.subject('Small'), 'one', drawing.make));
    drawing.apply(setDocumentation(drawing.subject('Small'), 'two', drawing.make));
    expect(await drawing.xml()).toContain('<bpmn:documentation>two</bpmn:documentation>');
    drawing.apply(setDocumentation(drawing.subject('Small'), undefined, drawing.make));
    expect(await drawing.xml()).not.toContain('documentation');
  });
});
