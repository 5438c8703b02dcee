// Door of the disclosure feature: what anybody may read without signing in.
import { listPublicCases } from './list-public-cases.ts';
import { listPublicProcedures } from './list-public-procedures.ts';
import { readPublicCase } from './read-public-case.ts';
import { readPublicProcedure } from './read-public-procedure.ts';

export const disclosureRoutes = [listPublicProcedures, readPublicProcedure, listPublicCases, readPublicCase] as const;
