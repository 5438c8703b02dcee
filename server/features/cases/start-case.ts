// POST /api/cases: a new case of the newest version of a procedure.
import { randomUUID } from 'node:crypto';
import { commandDone, startCase } from '../../contract/cases.ts';
import { derivedCaseId } from '../../pipeline/derived-id.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const startCaseRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases',
  policy: ['secretary', 'staff'],
  says: { zh: '发起事项', en: 'Start a case' },
  body: startCase,
  answer: commandDone,
  status: 201,
  handle: (services, { body, reader, key }) => {
    // A repeated key must find the case that it started.
    const id = key === undefined ? randomUUID() : derivedCaseId('start', reader.person, key);
    const { procedure, title, variables, start } = body;
    const command = { type: 'StartCase', case: id, title, variables, ...(start !== undefined && { start }) } as const;
    return services.desk.order({ case: id, procedure, command, reader, ...(key !== undefined && { key }) });
  },
});
