// Door of the cases feature.
import { listCases } from './list-cases.ts';
import { readCase } from './read-case.ts';
import { resolveIncident } from './resolve-incident.ts';
import { startCaseRoute } from './start-case.ts';

export const caseRoutes = [startCaseRoute, listCases, readCase, resolveIncident] as const;
