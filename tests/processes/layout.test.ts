// Every drawing that is shipped can be read on one A3 page; each rule is shown to fail on a layout that breaks it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLayout } from './laid-out.ts';
import { layoutRules } from './layout-rules.ts';
import { drawingFile, procedureNames } from './procedure-folders.ts';

const original = readFileSync(drawingFile('party-major-decision'), 'utf8');
const place = /<dc:Bounds x="([\d.]+)" y="([\d.]+)"/;
const shapeOf = (id: string): RegExp => new RegExp(`(bpmnElement="${id}"[^>]*>\\s*)<dc:Bounds x="([\\d.]+)" y="([\\d.]+)"`);
const labelOf = (id: string): RegExp =>
  new RegExp(`(bpmnElement="${id}"(?:(?!</bpmndi:BPMN(?:Shape|Edge)>)[^])*<bpmndi:BPMNLabel>\\s*)${place.source}`);
function changed(find: RegExp, put: (...found: string[]) => string): string {
  const xml = original.replace(find, put);
  if (xml === original) throw new Error(`nothing to change: ${find}`);
  return xml;
}
const at = (find: RegExp): { x: number; y: number } => {
  const [, , x, y] = find.exec(original) ?? [];
  return { x: Number(x), y: Number(y) };
};
const put = (find: RegExp, x: number, y: number): string => changed(find, (_, before) => `${before}<dc:Bounds x="${x}" y="${y}"`);
const shifted = (id: string, dx: number, dy: number): string => put(shapeOf(id), at(shapeOf(id)).x + dx, at(shapeOf(id)).y + dy);
const onto = (id: string, other: RegExp, dx = 0, dy = 0): string => put(shapeOf(id), at(other).x + dx, at(other).y + dy);
const labelOnto = (id: string, other: RegExp, dx = 0, dy = 0): string => put(labelOf(id), at(other).x + dx, at(other).y + dy);
const renamed = (from: string, to: string): string => changed(new RegExp(`name="${from}"`), () => `name="${to}"`);

describe('each rule can fail', () => {
  test.each<[keyof typeof layoutRules, string, RegExp]>([
    ['everythingDrawn', changed(/<bpmndi:BPMNShape id="Task_Tell_di"[\s\S]*?<\/bpmndi:BPMNShape>/, () => ''), /Task_Tell is not drawn/],
    ['noOverlap', onto('Task_Archive', shapeOf('Task_Assign'), 20, 20), /Task_Assign overlaps Task_Archive/],
    ['noOverlap', onto('Note_Supervision', shapeOf('Task_Amend')), /the note lies on Task_Amend/],
    ['inItsContainer', onto('Task_Tell', shapeOf('Task_Amend'), 200), /Task_Tell is drawn outside Lane_Records/],
    ['inItsContainer', onto('Task_Ballot', shapeOf('Task_Amend'), 200), /Task_Ballot is drawn outside Meeting/],
    ['docked', shifted('Task_Archive', 5, 0), /Flow_Archived does not touch/],
    [
      'orthogonal',
      changed(/(id="Flow_Archived_di"[\s\S]*?<di:waypoint x="\d+" y=")\d+/, (_, before) => `${before}999`),
      /Flow_Archived is slanted/,
    ],
    ['noFlowThroughShapes', onto('Task_Resolve', shapeOf('Gateway_Result'), -20, 60), /Flow_Passed runs through Task_Resolve/],
    ['labelsFree', labelOnto('Flow_Passed', shapeOf('Task_Tell')), /label of Flow_Passed lies on Task_Tell/],
    [
      'labelsFree',
      labelOnto('Gateway_Result', labelOf('Gateway_Differences'), 10),
      /labels of Gateway_Differences and Gateway_Result overlap/,
    ],
    ['labelsFree', labelOnto('Flow_Passed', labelOf('Flow_Passed'), -18), /Flow_Passed runs through the label of Flow_Passed/],
    ['labelsFree', shifted('Meeting', 25, 0), /label of Meeting/],
    ['textFits', renamed('归档', '归档归档归档归档归档'), /the name of Task_Archive is too long/],
    ['textFits', renamed('有差异？', '记录与纪要有没有差异？'), /the label of Gateway_Differences is too long/],
    ['onThePage', labelOnto('End_Closed', labelOf('End_Closed'), 300), /the label of End_Closed is outside the page/],
    [
      'readableOnA3',
      changed(/(bpmnElement="Participant"[^>]*>\s*<dc:Bounds x="\d+" y="\d+" width=")\d+/, (_, before) => `${before}1900`),
      /pt on A3/,
    ],
  ])('%s', async (rule, xml, says) => {
    expect(layoutRules[rule](await readLayout(xml)).join('\n')).toMatch(says);
  });
});

describe.each(procedureNames())('%s', (name) => {
  const layout = readLayout(readFileSync(drawingFile(name), 'utf8'));
  test.each(Object.entries(layoutRules))('%s', async (_, rule) => {
    expect(rule(await layout)).toEqual([]);
  });
});
