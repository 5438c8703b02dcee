// A meeting begins when its subprocess is entered: the roster of that moment is fixed for it.
import type { Fault } from '../behaviour/incident-table.ts';
import type { MeetingFact } from '../case/event.ts';
import type { Directory } from '../execution/command.ts';
import type { FlowNode } from '../model/graph.ts';
import type { RuleObject } from '../model/rule-object.ts';

type Convened = { readonly ok: true; readonly fact: MeetingFact } | Fault;

/** undefined where the subprocess is no meeting; refused (as an incident) where the body is not known or has no member. */
export function convene(node: FlowNode, directory: Directory): Convened | undefined {
  const rule = node.rules.deliberation;
  if (rule?.stage !== 'meeting') return undefined;
  const members = rule.body === undefined ? undefined : directory.bodies[rule.body];
  if (rule.body === undefined || !members || members.length === 0)
    return { ok: false, code: 'meeting.body-unknown', detail: rule.body ?? node.id };
  return {
    ok: true,
    fact: {
      type: 'MeetingConvened',
      body: rule.body,
      level: rule.level,
      members: members.map((m) => ({ person: m.person, name: m.name, office: m.office, chair: m.chair, order: m.order })),
    },
  };
}

/** The people of the body that the rule object names, as it is now, in speaking order, the chair last: `members` in a drawing. */
export function membersOf(rules: RuleObject | undefined, directory: Directory): readonly string[] | undefined {
  const body = rules?.deliberation?.body;
  const members = body === undefined ? undefined : directory.bodies[body];
  return members && [...members].sort((a, b) => Number(a.chair) - Number(b.chair) || a.order - b.order).map((m) => m.person);
}
