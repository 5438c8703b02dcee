// The path so far: the records of a case folded to lines that anybody understands.
import type { z } from 'zod';
import type { CaseEvent, Hand } from '../../../engine/index.ts';
import type { pathLine } from '../../contract/cases.ts';
import type { CaseStand } from '../../pipeline/desk.ts';
import { nameOfOffice, nameOfPerson } from '../../pipeline/names.ts';
import { elementName, instant } from '../../pipeline/open-step.ts';
import type { ReadRecord } from '../../pipeline/read-records.ts';
import type { Roster } from '../../ports/people.ts';
import type { CaseNames } from './case-names.ts';
import { eventWords } from './event-words.ts';

type PathLine = z.output<typeof pathLine>;

export function pathOf(records: readonly ReadRecord[], stand: Pick<CaseStand, 'loaded'>, roster: Roster): PathLine[] {
  const names: CaseNames = {
    element: (id) => elementName(stand, id),
    isNamed: (id) => stand.loaded.procedure.graph.nodes.get(id)?.name !== undefined,
    office: (key) => nameOfOffice(roster, key),
    person: (id) => nameOfPerson(roster, id),
  };
  return records.flatMap((record) => openedTogether(record.events).flatMap((event) => lineOf(record, event, names) ?? []));
}

function lineOf(record: ReadRecord, event: CaseEvent, names: CaseNames): PathLine | undefined {
  const words = eventWords(event, names);
  if (words === null) return undefined;
  const hand =
    handOf(event) ??
    (actsByItself.has(event.type) && record.office !== undefined ? { person: record.person, office: record.office } : undefined);
  return {
    n: record.stored.n,
    at: instant(record.stored.at),
    ...('element' in event && event.element !== undefined && { element: event.element }),
    type: event.type,
    ...(hand && { by: names.person(hand.person), office: { ...names.office(hand.office) } }),
    words: { ...words },
  };
}

/** Steps of one loop that open in the same act are told in one line, with all to whom they belong. */
function openedTogether(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const told: CaseEvent[] = [];
  for (const event of events) {
    const at = told.findIndex((e) => e.type === 'TaskOpened' && event.type === 'TaskOpened' && e.element === event.element);
    const before = told[at];
    if (before?.type !== 'TaskOpened' || event.type !== 'TaskOpened') told.push(event);
    else told[at] = { ...before, task: { ...before.task, persons: [...before.task.persons, ...event.task.persons] } };
  }
  return told;
}

const handOf = (event: CaseEvent): Hand | undefined => ('by' in event ? event.by : undefined);
/** Events that carry no hand of their own and are the act of whoever gave the command. */
const actsByItself = new Set<CaseEvent['type']>(['MeetingActed']);
