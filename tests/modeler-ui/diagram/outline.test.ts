// The text outline follows the flow: nothing missing, nothing twice, a step after the steps before it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../engine/index.ts';
import { outlineOf } from '../../../modeler-ui/diagram/outline.ts';
import { openDrawing, smallDrawing } from './open-drawing.ts';

describe('outline of a drawing', () => {
  it('lists steps in the order of the flow, boundary events under their step', async () => {
    const [part] = outlineOf((await openDrawing(smallDrawing)).definitions);
    expect(part?.name).toBe('Use of funds');
    expect(part?.lines.map((l) => l.id)).toEqual(['Start', 'Check', 'Late', 'Decide', 'Large', 'Small', 'End', 'Reminded']);
    expect(part?.lines.find((l) => l.id === 'Late')).toMatchObject({ depth: 1, event: 'bpmn:TimerEventDefinition' });
    expect(part?.lines.find((l) => l.id === 'Decide')?.next).toEqual([{ id: 'Large', name: 'large' }, { id: 'Small' }]);
  });
  it('has every node of a real procedure once, insides indented, loops cut', async () => {
    const xml = readFileSync('processes/party-major-decision/party-major-decision.bpmn', 'utf8');
    const { drawing } = await readDrawing(xml);
    const lines = outlineOf((await openDrawing(xml)).definitions).flatMap((p) => p.lines);
    const nodes = drawing?.processes.flatMap((p) => [...p.nodes.keys()]) ?? [];
    expect(nodes.length).toBeGreaterThan(20);
    expect(lines.map((l) => l.id).sort()).toEqual([...nodes].sort());
    expect(Math.max(...lines.map((l) => l.depth))).toBeGreaterThan(0);
  });
});
