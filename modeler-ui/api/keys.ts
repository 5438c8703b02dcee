// Names under which answers are kept in the page, and which of them an act makes stale.
export const keys = {
  session: ['session'] as const,
  demoAccounts: ['demo-accounts'] as const,
  tasks: ['tasks'] as const,
  cases: ['cases'] as const,
  case: (id: string) => ['case', id] as const,
  task: (id: string, node: number) => ['case', id, 'task', node] as const,
  meetings: (id: string) => ['case', id, 'meetings'] as const,
  records: (id: string) => ['case', id, 'records'] as const,
  procedures: ['procedures'] as const,
  procedure: (key: string) => ['procedures', 'one', key] as const,
  publicProcedures: ['public-procedures'] as const,
  publicProcedure: (key: string) => ['public-procedures', 'one', key] as const,
  publicCases: ['public-cases'] as const,
  publicCase: (id: string) => ['public-cases', 'one', id] as const,
};

/** What an act in a case changes: everything of the case, and the two lists. */
export const staleAfterAct = (caseId: string): readonly (readonly unknown[])[] => [keys.case(caseId), keys.tasks, keys.cases];
