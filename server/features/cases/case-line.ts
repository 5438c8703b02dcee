// One case in a list.
import type { z } from 'zod';
import type { caseLine } from '../../contract/cases.ts';
import { nameOfPerson } from '../../pipeline/names.ts';
import { instant } from '../../pipeline/open-step.ts';
import type { Services } from '../../pipeline/services.ts';
import type { CaseRow } from '../../ports/case-views.ts';
import type { Roster } from '../../ports/people.ts';

export async function caseLineOf(services: Pick<Services, 'library'>, row: CaseRow, roster: Roster): Promise<z.output<typeof caseLine>> {
  // A list must open even where one version cannot be compiled any more; its steps then show their ids.
  const loaded = await services.library.find(row.procedure, row.procedureVersion).catch(() => undefined);
  const name = (element: string): string => loaded?.procedure.graph.nodes.get(element)?.name ?? element;
  return {
    id: row.id,
    title: row.title,
    procedure: row.procedure,
    procedureName: row.procedureName,
    procedureVersion: row.procedureVersion,
    status: row.status,
    version: row.version,
    startedAt: instant(row.startedAt),
    changedAt: instant(row.changedAt),
    startedBy: nameOfPerson(roster, row.startedBy),
    standsAt: [...new Set(row.standsAt.map(name))],
    overdue: row.overdue,
    awaitsSupervision: row.awaitsSupervision,
    openObjections: row.openObjections,
    incidents: row.incidents,
  };
}
