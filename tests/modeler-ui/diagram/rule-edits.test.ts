// What the panel does to a drawing: edits on the parsed model, written and read again by the real parser and by the engine.
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../engine/index.ts';
import { extensionsOf } from '../../../modeler-ui/diagram/moddle.ts';
import { addRule, removeRule, renamedReferences, setField } from '../../../modeler-ui/diagram/panel/rule-edits.ts';
import { ruleSpecs } from '../../../modeler-ui/diagram/panel/rule-specs.ts';
import { missingFields, propertiesOf, valuesOf } from '../../../modeler-ui/diagram/panel/rule-values.ts';
import { type OpenedDrawing, openDrawing, smallDrawing } from './open-drawing.ts';

const ruleOf = (drawing: OpenedDrawing, id: string, type: string) => {
  const rule = extensionsOf(drawing.element(id), type)[0];
  if (!rule) throw new Error(`${id} has no ${type}`);
  return rule;
};
/** The rules of a step as the engine reads them from the XML that the modeler would save. */
const readBy = async (drawing: OpenedDrawing, id: string) => {
  const { drawing: read, problems } = await readDrawing(await drawing.xml());
  return { rules: read?.processes[0]?.nodes.get(id)?.rules, problems };
};

describe('values of a rule', () => {
  it('reads lists as lists and leaves out what is empty', async () => {
    const drawing = await openDrawing(smallDrawing);
    const values = valuesOf(ruleSpecs.assignment, ruleOf(drawing, 'Check', 'gc:Assignment'));
    expect(values).toEqual({ offices: ['legal-office', 'risk-office'], person: undefined, mode: undefined, differentFrom: [] });
    expect(propertiesOf(values)).toEqual({
      offices: 'legal-office risk-office',
      person: undefined,
      mode: undefined,
      differentFrom: undefined,
    });
  });
  it('names the required fields that hold nothing', () => {
    expect(missingFields(ruleSpecs.supervision, { office: undefined, mode: 'attend', when: ' ' })).toEqual(['office', 'when']);
  });
});

describe('edits of rules', () => {
  it('add a deadline that the engine reads, beside what was there', async () => {
    const drawing = await openDrawing(smallDrawing);
    drawing.apply(addRule(drawing.subject('Check'), ruleSpecs.deadline, drawing.make));
    drawing.apply(setField(drawing.subject('Check'), ruleOf(drawing, 'Check', 'gc:Deadline'), 'days', '9'));
    const { rules, problems } = await readBy(drawing, 'Check');
    expect(problems).toEqual([]);
    expect(rules?.deadline).toEqual({ days: 9, unit: 'working' });
    expect(rules?.supervision).toHaveLength(1);
    expect(await drawing.xml()).toContain('<other:note text="kept" />');
  });
  it('add the first rule of an element that has none', async () => {
    const drawing = await openDrawing(smallDrawing);
    drawing.apply(addRule(drawing.subject('Small'), ruleSpecs.supervision, drawing.make));
    drawing.apply(setField(drawing.subject('Small'), ruleOf(drawing, 'Small', 'gc:Supervision'), 'office', 'discipline-inspector'));
    const { rules } = await readBy(drawing, 'Small');
    expect(rules?.supervision).toEqual([{ office: 'discipline-inspector', mode: 'attend', when: 'during' }]);
  });
  it('remove only the rule meant, and the holder when it is empty', async () => {
    const drawing = await openDrawing(smallDrawing);
    drawing.apply(removeRule(drawing.subject('Check'), ruleOf(drawing, 'Check', 'gc:Supervision')));
    drawing.apply(removeRule(drawing.subject('Large'), ruleOf(drawing, 'Large', 'gc:Return')));
    const xml = await drawing.xml();
    expect(xml).not.toContain('gc:supervision');
    expect(xml).toContain('<other:note text="kept" />');
    expect(xml.match(/extensionElements>/g)).toHaveLength(2);
  });
  it('write lists, and take an emptied field away', async () => {
    const drawing = await openDrawing(smallDrawing);
    const rule = ruleOf(drawing, 'Check', 'gc:Assignment');
    drawing.apply(setField(drawing.subject('Check'), rule, 'differentFrom', ['Large', 'Small']));
    drawing.apply(setField(drawing.subject('Check'), rule, 'offices', ['mayor']));
    const { rules } = await readBy(drawing, 'Check');
    expect(rules?.assignment).toMatchObject({ offices: ['mayor'], differentFrom: ['Large', 'Small'] });
    drawing.apply(setField(drawing.subject('Check'), rule, 'differentFrom', []));
    expect(await drawing.xml()).not.toContain('differentFrom');
  });
  it('say nothing where nothing changes', async () => {
    const drawing = await openDrawing(smallDrawing);
    expect(setField(drawing.subject('Check'), ruleOf(drawing, 'Check', 'gc:Supervision'), 'mode', 'attend')).toEqual([]);
  });
  it('follow the new id of a step in the rules that name it', async () => {
    const drawing = await openDrawing(smallDrawing);
    drawing.apply(renamedReferences([drawing.subject('Large'), drawing.subject('Check')], 'Check', 'Checked'));
    expect(await drawing.xml()).toContain('<gc:return to="Checked Small" />');
  });
});
