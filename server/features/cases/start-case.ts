// POST /api/cases: a new case of the newest version of a procedure.
import { createHash, randomUUID } from 'node:crypto';
import { commandDone, startCase } from '../../contract/cases.ts';
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
    const id = key === undefined ? randomUUID() : caseIdOf(reader.person, key);
    const { procedure, title, variables, start } = body;
    const command = { type: 'StartCase', case: id, title, variables, ...(start !== undefined && { start }) } as const;
    return services.desk.order({ case: id, procedure, command, reader, ...(key !== undefined && { key }) });
  },
});

/** A repeated key must find the case that it started: the same person and key give the same id (UUID version 8). */
export function caseIdOf(person: string, key: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([person, key]))
    .digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
