// The many instances of one step are shown as one step that awaits many persons.
import { describe, expect, test } from 'vitest';
import type { OpenStep } from '../../../modeler-ui/api/cases.ts';
import { turnsOf } from '../../../modeler-ui/widgets/meeting-panel.tsx';
import { stepGroups } from '../../../modeler-ui/widgets/step-groups.ts';

const step = (node: number, element: string, more: Partial<OpenStep> = {}): OpenStep => ({
  node,
  element,
  name: element,
  kind: 'bpmn:UserTask',
  status: 'open',
  offices: [],
  persons: [],
  openedAt: '2026-11-22T04:00:00Z',
  supervision: [],
  objections: [],
  may: [],
  ...more,
});
const person = (id: string) => ({ id, name: id });
const attends = { office: 'discipline-inspector', officeName: { zh: '纪委', en: 'Discipline' }, mode: 'attend', when: 'during' } as const;
const cosignsAfter = { ...attends, mode: 'cosign', when: 'after' } as const;

describe('open steps', () => {
  const ballots = [
    step(55, 'Ballot', { supervision: [attends] }),
    step(56, 'Ballot', { persons: [person('p-a')] }),
    step(57, 'Ballot', { persons: [person('p-b')], may: ['complete'] }),
    step(60, 'Record', { offices: [{ key: 'recorder', name: { zh: '记录员', en: 'Recorder' } }] }),
  ];

  test('instances of one step are one, with all who are awaited and what the reader may do', () => {
    const [ballot, record] = stepGroups(ballots);
    expect(ballot?.persons.map((p) => p.id)).toEqual(['p-a', 'p-b']);
    expect(ballot?.awaited).toEqual([attends]);
    expect(ballot?.mine).toEqual([{ node: 57, as: 'doer' }]);
    expect(record?.offices.map((o) => o.key)).toEqual(['recorder']);
  });

  test('who may only watch over a step is not asked to do it', () => {
    const roleWith = (...may: OpenStep['may']) => stepGroups([step(1, 'Compare', { may })])[0]?.mine;
    expect(roleWith('object')).toEqual([{ node: 1, as: 'supervisor' }]);
    expect(roleWith('cosign', 'object')).toEqual([{ node: 1, as: 'supervisor' }]);
    expect(roleWith('complete', 'object')).toEqual([{ node: 1, as: 'doer' }]);
    expect(roleWith()).toEqual([]);
  });

  test('supervision after a step is awaited only once the step is done', () => {
    const open = step(1, 'Compare', { supervision: [cosignsAfter] });
    expect(stepGroups([open])[0]?.awaited).toEqual([]);
    expect(stepGroups([{ ...open, status: 'held' }])[0]).toMatchObject({ status: 'held', awaited: [cosignsAfter] });
  });

  test('supervision that took part is awaited no longer', () => {
    expect(stepGroups([step(1, 'Compare', { supervision: [{ ...attends, by: 'Inspector' }] })])[0]?.awaited).toEqual([]);
  });

  test('whose turn it is: open steps that belong to one person', () => {
    expect(turnsOf(ballots).map((p) => p.id)).toEqual(['p-a', 'p-b']);
  });
});
