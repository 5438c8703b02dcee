// GET /api/tasks: the reader's own open duties, what is due first.
import { taskList, taskQuery } from '../../contract/cases.ts';
import { instant } from '../../pipeline/open-step.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import type { DutyRow } from '../../ports/case-views.ts';

export const listTasks = routesOf<Services>().json({
  method: 'GET',
  path: '/api/tasks',
  policy: 'signedIn',
  says: { zh: '我的任务', en: 'My tasks' },
  query: taskQuery,
  answer: taskList,
  handle: async (services, { query, reader, at }) => {
    const listed = await services.views.duties({ ...query, person: reader.person, offices: reader.offices, at });
    return done({
      items: await Promise.all(listed.items.map((row) => taskLineOf(services, row))),
      total: listed.total,
      page: query.page,
      size: query.size,
    });
  },
});

async function taskLineOf(services: Pick<Services, 'library'>, row: DutyRow) {
  // A list must open even where one version cannot be compiled any more; its steps then show their ids.
  const loaded = await services.library.find(row.procedure, row.procedureVersion).catch(() => undefined);
  return {
    case: row.case,
    caseTitle: row.caseTitle,
    procedureName: row.procedureName,
    node: row.node,
    element: row.element,
    name: loaded?.procedure.graph.nodes.get(row.element)?.name ?? row.element,
    duty: row.duty,
    status: row.status,
    openedAt: instant(row.openedAt),
    ...(row.dueAt !== undefined && { dueAt: instant(row.dueAt) }),
    overdue: row.overdue,
  };
}
