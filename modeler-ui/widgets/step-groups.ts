// Open steps as people see them: the many instances of one step (nine ballots) are one step that awaits nine persons. Pure.
import type { OpenStep } from '../api/cases.ts';

export interface StepGroup {
  readonly element: string;
  readonly name: string;
  readonly status: OpenStep['status'];
  readonly dueAt: string | undefined;
  readonly openedAt: string;
  readonly persons: OpenStep['persons'];
  readonly offices: OpenStep['offices'];
  /** Supervision that is awaited now: what comes after the step only once the step is done. */
  readonly awaited: OpenStep['supervision'];
  readonly objections: number;
  /** Nodes at which the reader may act: as somebody who does the step, or as somebody who supervises it. */
  readonly mine: readonly { readonly node: number; readonly as: 'doer' | 'supervisor' }[];
}

const supervising: readonly OpenStep['may'][number][] = ['attend', 'cosign', 'review', 'inform', 'object', 'release'];
const roleAt = ({ may }: OpenStep): 'doer' | 'supervisor' => (may.every((act) => supervising.includes(act)) ? 'supervisor' : 'doer');
const earliest = (instants: readonly (string | undefined)[]): string | undefined => instants.filter((x) => x !== undefined).sort()[0];
const distinct = <T>(items: readonly T[], nameOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [nameOf(item), item])).values(),
];

function groupOf(steps: readonly OpenStep[], first: OpenStep): StepGroup {
  const todo = steps.filter((s) => s.status === 'open');
  const awaited = steps.flatMap((s) => s.supervision.filter((x) => x.by === undefined && (s.status === 'held' || x.when !== 'after')));
  return {
    element: first.element,
    name: first.name,
    status: todo.length > 0 ? 'open' : 'held',
    dueAt: earliest(steps.map((s) => s.dueAt)),
    openedAt: earliest(steps.map((s) => s.openedAt)) ?? first.openedAt,
    persons: distinct(
      todo.flatMap((s) => s.persons),
      (p) => p.id,
    ),
    offices: distinct(
      todo.flatMap((s) => s.offices),
      (o) => o.key,
    ),
    awaited: distinct(awaited, (s) => `${s.office} ${s.mode} ${s.when}`),
    objections: steps.reduce((sum, s) => sum + s.objections.length, 0),
    mine: steps.filter((s) => s.may.length > 0).map((s) => ({ node: s.node, as: roleAt(s) })),
  };
}

/** In the order in which the steps were given. */
export function stepGroups(open: readonly OpenStep[]): readonly StepGroup[] {
  const byElement = new Map<string, OpenStep[]>();
  for (const step of open) byElement.set(step.element, [...(byElement.get(step.element) ?? []), step]);
  return [...byElement.values()].flatMap((steps) => (steps[0] ? [groupOf(steps, steps[0])] : []));
}
