// What others wrote into a file survives, and the modeler's live tree reads like the file.
import { describe, expect, test } from 'vitest';
import type { FlowNode, ProcessGraph } from '../../../engine/model/graph.ts';
import { theParser } from '../../../engine/model/metamodel.ts';
import { readDefinitions } from '../../../engine/model/read-definitions.ts';
import { readDrawing } from '../../../engine/model/read-drawing.ts';
import { file, make, row, sub, task, user } from './draw.ts';

async function graphOf(xml: string): Promise<ProcessGraph> {
  const { drawing, problems } = await readDrawing(xml);
  expect(problems).toEqual([]);
  const graph = drawing?.processes[0];
  if (!graph) throw new Error('no process');
  return graph;
}
async function nodeOf(xml: string, id: string): Promise<FlowNode> {
  const node = (await graphOf(xml)).nodes.get(id);
  if (!node) throw new Error(`no node ${id}`);
  return node;
}

describe('what others wrote into the file', () => {
  const foreign = '<other:form version="2" id="a b"><other:field name="x"/></other:form>';
  const xml = row(
    make('userTask')('u', {
      attributes: 'other:colour="red"',
      before: `<bpmn:extensionElements><gc:deadline days="3"/>${foreign}</bpmn:extensionElements>`,
    }),
  );

  test('is left alone by the reader', async () => {
    expect((await nodeOf(xml, 'u')).rules).toEqual({ supervision: [], risk: [], document: [], deadline: { days: 3, unit: 'working' } });
  });
  test('survives a round trip, rules beside it', async () => {
    const { moddle } = theParser();
    const { rootElement, warnings } = await moddle.fromXML(xml, 'bpmn:Definitions');
    expect(warnings).toEqual([]);
    const once = (await moddle.toXML(rootElement)).xml;
    for (const part of [
      'other:colour="red"',
      '<gc:deadline days="3" />',
      '<other:form version="2" id="a b"><other:field name="x" /></other:form>',
    ])
      expect(once).toContain(part);
    const again = await moddle.fromXML(once, 'bpmn:Definitions');
    expect((await moddle.toXML(again.rootElement)).xml).toBe(once);
    expect((await readDrawing(once)).drawing).toEqual((await readDrawing(xml)).drawing);
  });
  test('the rules may have another prefix', async () => {
    const renamed = xml.replaceAll('gc:', 'rule:').replace('xmlns:gc', 'xmlns:rule');
    expect((await nodeOf(renamed, 'u')).rules.deadline).toEqual({ days: 3, unit: 'working' });
  });
  test('elements that the parser lacks are read and written as the standard spells them', async () => {
    const { moddle } = theParser();
    const text =
      '<bpmn:collaboration id="C"><bpmn:participant id="A"><bpmn:endPointRef>ep</bpmn:endPointRef></bpmn:participant></bpmn:collaboration><bpmn:endPoint id="ep"/><bpmn:globalScriptTask id="g" scriptLanguage="feel"><bpmn:script>1 + 1</bpmn:script></bpmn:globalScriptTask>';
    const { rootElement, warnings } = await moddle.fromXML(file(text), 'bpmn:Definitions');
    expect(warnings).toEqual([]);
    const written = (await moddle.toXML(rootElement)).xml;
    for (const part of [
      '<bpmn:participant id="A"><bpmn:endPointRef>ep</bpmn:endPointRef></bpmn:participant>',
      '<bpmn:script>1 + 1</bpmn:script></bpmn:globalScriptTask>',
    ])
      expect(written).toContain(part);
  });
});

describe('the modeler’s live tree', () => {
  test('reads like the file, without waiting', async () => {
    const xml = row(user('u', '<gc:assignment offices="mayor" differentFrom="s"/>'), sub('b', [task('t')], []));
    const { moddle } = theParser();
    const { rootElement } = await moddle.fromXML(xml, 'bpmn:Definitions');
    const read = readDefinitions(rootElement as Parameters<typeof readDefinitions>[0]);
    expect(read.drawing).toEqual((await readDrawing(xml)).drawing);
  });
  test('half-drawn: problems, and a sketch of what is there', async () => {
    const { moddle } = theParser();
    const { rootElement } = await moddle.fromXML(row(user('u')), 'bpmn:Definitions');
    const definitions = rootElement as Parameters<typeof readDefinitions>[0];
    const process = definitions.rootElements?.find(({ $type }) => $type === 'bpmn:Process') as unknown as { flowElements: object[] };
    process.flowElements.push(moddle.create('bpmn:SequenceFlow', { id: 'loose' }), moddle.create('bpmn:UserTask', { id: 'u' }));
    const read = readDefinitions(definitions);
    expect(read.drawing).toBeUndefined();
    expect(read.problems.map(({ code, element }) => `${code} @ ${element}`)).toContain('flow.dangling @ loose');
    expect(read.problems.map(({ code, element }) => `${code} @ ${element}`)).toContain('id.duplicate @ u');
    expect(read.sketch?.processes[0]?.nodes.has('u')).toBe(true);
  });
});
