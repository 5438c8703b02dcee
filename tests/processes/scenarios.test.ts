// Every scenario of every shipped procedure, played three ways: straight; with the case folded again from its events after every act;
// saved and restored after every act. The engine is the only judge, and the three must not differ in any state.
import { describe, expect, test } from 'vitest';
import { type Played, playScenario } from '../../engine/execution/play-scenario.ts';
import type { Scenario } from '../../engine/execution/scenario.ts';
import { type CaseEvent, type CaseState, foldCase, type JsonObject, restoreCase, saveCase } from '../../engine/index.ts';
import { procedureNames } from './procedure-folders.ts';
import { type Ready, ready, rosterOf, scenariosOf } from './shipped.ts';

type Way = (state: CaseState, events: readonly CaseEvent[]) => CaseState;
const ways: Readonly<Record<'straight' | 'replayed' | 'restored', Way>> = {
  straight: (state) => state,
  replayed: (_, events) => whole(foldCase(events)),
  restored: (state) => whole(restoreCase(JSON.parse(JSON.stringify(saveCase(state))) as JsonObject)),
};
function whole(state: CaseState | undefined): CaseState {
  if (!state) throw new Error('no case came back');
  return state;
}

function playedBy(
  way: Way,
  procedure: Ready['procedure'],
  scenario: Scenario,
  name: string,
): Played & { readonly states: readonly CaseState[] } {
  const states: CaseState[] = [];
  const between: Way = (state, events) => {
    const next = way(state, events);
    states.push(next);
    return next;
  };
  return { ...playScenario({ procedure, scenario, directory: rosterOf(name), between }), states };
}

describe.each(procedureNames())('%s', (name) => {
  const compiled = ready(name);
  test.each(scenariosOf(name).map(({ file, scenario }) => [file, scenario] as const))('%s', async (_, scenario) => {
    const { procedure } = await compiled;
    const straight = playedBy(ways.straight, procedure, scenario, name);
    expect(straight.faults).toEqual([]);
    for (const way of [ways.replayed, ways.restored]) {
      const other = playedBy(way, procedure, scenario, name);
      expect(other.faults).toEqual([]);
      expect(other.events).toEqual(straight.events);
      expect(other.states).toEqual(straight.states);
    }
  });
});

describe('a scenario notices when the procedure is not kept', () => {
  const name = 'party-major-decision';
  const scenario = (file: string): Scenario => {
    const found = scenariosOf(name).find((s) => s.file === `${file}.json`);
    if (!found) throw new Error(`no scenario ${file}`);
    return found.scenario;
  };
  const faultsOf = async (file: string, change: Parameters<typeof ready>[1]): Promise<string> => {
    const { procedure } = await ready(name, change);
    return playScenario({ procedure, scenario: scenario(file), directory: rosterOf(name) })
      .faults.map((f) => f.en)
      .join('\n');
  };
  const without =
    (element: string, rule: RegExp) =>
    (xml: string): string => {
      const changed = xml.replace(new RegExp(`(id="${element}"[^]*?)(<gc:${rule.source}[^>]*/>)`), '$1');
      if (changed === xml) throw new Error(`nothing to remove at ${element}`);
      return changed;
    };

  test.each<[string, string, Parameters<typeof ready>[1], RegExp]>([
    [
      'the cosignature of the classification is gone',
      'gates-hold',
      { xml: without('Task_Classify', /supervision/) },
      /gate.supervisor-awaited/,
    ],
    ['nobody watches the ballot', 'gates-hold', { xml: without('Task_Ballot', /supervision/) }, /gate.supervisor-awaited/],
    ['nobody cosigns the comparison', 'gates-hold', { xml: without('Task_Compare', /supervision/) }, /task.held/],
    [
      'the recorder may compare',
      'same-hands',
      { xml: (x) => x.replace(' differentFrom="Task_Record Task_Minutes"', '') },
      /gate.separated-hands/,
    ],
    [
      'half is enough to meet',
      'no-quorum',
      { rules: (r) => withDeliberation(r, { quorum: { ordinary: half, major: half } }) },
      /Task_NoQuorum/,
    ],
    ['those present are the base', 'recusal', { rules: (r) => withDeliberation(r, { pass: { ...half, of: 'present' } }) }, /Task_Tell/],
    [
      'only a tie is a big split',
      'postponed-twice',
      {
        rules: (r) => withDeliberation(r, { split: { marginAtMost: 0, postponeAtLeast: { numerator: 1, denominator: 2, strict: false } } }),
      },
      /Task_Postpone/,
    ],
    [
      'three postponements without order',
      'postponed-twice',
      { rules: (r) => ({ ...r, parameters: { ...r.parameters, postponementsWithoutOrder: 3 } }) },
      /Task_Order/,
    ],
    [
      'a longer notice',
      'passed',
      { rules: (r) => ({ ...r, notice: { meetingWorkingDays: 3, paperWorkingDays: 2 } }) },
      /No sign-in step is open/,
    ],
    [
      'a later reminder',
      'reminder',
      { rules: (r) => ({ ...r, parameters: { ...r.parameters, receiptReminderDays: 9 } }) },
      /what was passed/,
    ],
  ])('%s', async (_, file, change, says) => {
    expect(await faultsOf(file, change)).toMatch(says);
  });

  test.each<[string, (s: Scenario) => Scenario, RegExp]>([
    ['another result', (s) => ({ ...s, outcome: { ...s.outcome, variables: { passed: false } } }), /variable passed is true/],
    ['another path', (s) => ({ ...s, outcome: { ...s.outcome, passed: s.outcome.passed.slice(1) } }), /what was passed/],
    ['another end', (s) => ({ ...s, outcome: { ...s.outcome, status: 'running' } }), /status is "completed"/],
    [
      'a refusal that does not come',
      (s) => ({ ...s, steps: [{ cosign: 'Task_Classify', as: 'discipline-secretary', refused: 'gate.recused' }] }),
      /should be refused/,
    ],
    ['a step left out', (s) => ({ ...s, steps: s.steps.slice(1) }), /was refused/],
    [
      'a step that is not open',
      (s) => ({ ...s, steps: [{ complete: 'Task_Archive' }] }),
      /"Task_Archive" is not open; open are: Task_Classify/,
    ],
  ])('and when the scenario says what is not so: %s', async (_, change, says) => {
    const { procedure } = await ready(name);
    const played = playScenario({ procedure, scenario: change(scenario('passed')), directory: rosterOf(name) });
    expect(played.faults.map((f) => f.en).join('\n')).toMatch(says);
  });
});

const half = { numerator: 1, denominator: 2, strict: true } as const;
type Rules = NonNullable<Ready['procedure']['rules']>;
function withDeliberation(rules: Rules, change: Partial<NonNullable<Rules['deliberation']>>): Rules {
  if (!rules.deliberation) throw new Error('the rule object has no deliberation');
  return { ...rules, deliberation: { ...rules.deliberation, ...change } };
}
