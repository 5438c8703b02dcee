// Every drawing that is shipped can be read on one A3 page; each rule is shown to fail on a layout that breaks it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLayout } from './laid-out.ts';
import { layoutRules } from './layout-rules.ts';
import { drawingFile, procedureNames } from './procedure-folders.ts';

const original = readFileSync(drawingFile('party-major-decision'), 'utf8');
const bounds = (id: string) => new RegExp(`(bpmnElement="${id}"[^>]*>\\s*<dc:Bounds )x="[\\d.]+" y="[\\d.]+"`);
const moved = (id: string, x: number, y: number): string => changed(bounds(id), `$1x="${x}" y="${y}"`);
const labelMoved = (id: string, x: number, y: number): string =>
  changed(new RegExp(`(bpmnElement="${id}"[^]*?<bpmndi:BPMNLabel>\\s*<dc:Bounds )x="[\\d.]+" y="[\\d.]+"`), `$1x="${x}" y="${y}"`);
function changed(find: RegExp, put: string): string {
  const xml = original.replace(find, put);
  if (xml === original) throw new Error(`nothing to change: ${find}`);
  return xml;
}

describe('each rule can fail', () => {
  test.each<[keyof typeof layoutRules, string, RegExp]>([
    ['everythingDrawn', changed(/<bpmndi:BPMNShape id="Task_Tell_di"[^]*?<\/bpmndi:BPMNShape>/, ''), /Task_Tell/],
    ['noOverlap', moved('Task_Archive', 1000, 1020), /Task_Assign/],
    ['noOverlap', moved('Note_Supervision', 700, 20), /Task_Amend/],
    ['inItsContainer', moved('Task_Tell', 960, 40), /Task_Tell is drawn outside Lane_Records/],
    ['inItsContainer', moved('Task_Ballot', 1078, 25), /Task_Ballot is drawn outside Meeting/],
    ['docked', moved('Task_Archive', 1265, 0), /Flow_Archived/],
    ['orthogonal', changed(/(id="Flow_Archived_di"[^]*?<di:waypoint x="\d+" y=")\d+/, '$1999'), /Flow_Archived/],
    ['noFlowThroughShapes', moved('Task_Resolve', 480, 830), /runs through Task_Resolve/],
    ['labelsFree', labelMoved('Flow_Passed', 1000, 880), /label of Flow_Passed lies on Task_Tell/],
    ['labelsFree', labelMoved('Gateway_Result', 690, 876), /labels of Gateway_Differences and Gateway_Result/],
    ['labelsFree', labelMoved('Flow_Passed', 840, 950), /Flow_Passed runs through the label of Flow_Passed/],
    ['textFits', changed(/name="归档"/, 'name="归档归档归档归档归档"'), /Task_Archive/],
    ['textFits', changed(/name="有差异？"/, 'name="记录与纪要有没有差异？"'), /Gateway_Differences/],
    ['onThePage', labelMoved('End_Closed', 1570, 1020), /End_Closed/],
    ['readableOnA3', changed(/(bpmnElement="Participant"[^>]*>\s*<dc:Bounds x="20" y="20" width=")1560/, '$11900'), /pt on A3/],
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
