// Offices and bodies that rules name are set up. Asked only where the offices and bodies are known.
import type { ProcedureRule, Subject } from './rule.ts';

interface Named {
  readonly element: string;
  readonly rule: string;
  readonly key: string | undefined;
}

export const knownOffices: ProcedureRule = {
  name: 'known-offices',
  check: (subject, report) => {
    const { offices, bodies } = subject;
    if (offices)
      for (const { element, rule, key } of namedOffices(subject))
        if (key !== undefined && !offices.has(key)) report('office.unknown', element, { rule, office: key });
    if (bodies)
      for (const { element, rule, key } of namedBodies(subject))
        if (key !== undefined && !bodies.has(key)) report('body.unknown', element, { rule, body: key });
  },
};

const namedOffices = ({ graph, nodes }: Subject): readonly Named[] => [
  ...graph.lanes.map(({ id, rules }) => ({ element: id, rule: 'gc:power', key: rules.power?.office })),
  ...nodes.flatMap(({ id: element, rules: { assignment, supervision, document: documents } }) => [
    ...(assignment?.offices ?? []).map((key) => ({ element, rule: 'gc:assignment', key })),
    ...supervision.map(({ office }) => ({ element, rule: 'gc:supervision', key: office })),
    ...documents.map(({ keeper }) => ({ element, rule: 'gc:document', key: keeper })),
  ]),
];

const namedBodies = ({ graph, nodes }: Subject): readonly Named[] => [
  ...graph.lanes.map(({ id, rules }) => ({ element: id, rule: 'gc:power', key: rules.power?.body })),
  ...nodes.map(({ id, rules }) => ({ element: id, rule: 'gc:deliberation', key: rules.deliberation?.body })),
];
