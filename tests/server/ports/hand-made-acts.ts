// Acts made by hand, chained as the record wants them, for suites that try the store without the engine.
import { createHash, randomUUID } from 'node:crypto';
import type { Act, CaseStore, Standing } from '../../../server/ports/case-store.ts';
import type { ProcedureVersion } from '../../../server/ports/procedure-store.ts';

const zeros = '0'.repeat(64);
export const firstInstant = Date.parse('2026-11-20T08:00:00.000Z');

export const procedureMade = (more: Partial<ProcedureVersion> = {}): ProcedureVersion => ({
  key: 'loan',
  version: 1,
  name: '借款',
  process: 'Process_loan',
  xml: new TextEncoder().encode('<definitions/>\r\n'),
  forms: {},
  hash: 'ab'.repeat(32),
  messageStarts: [],
  summary: {},
  note: 'first',
  deployedAt: firstInstant,
  deployedBy: 'p-procedure-drafter',
  ...more,
});

export const standingMade = (more: Partial<Standing> = {}): Standing => ({
  status: 'running',
  standsAt: ['Task_1'],
  awaitsSupervision: false,
  openObjections: 0,
  incidents: 0,
  work: [],
  owed: [],
  awaiting: [],
  ...more,
});

/** One case as its writer sees it: each act follows the one before. */
export class HandMadeCase {
  readonly id: string;
  version = 0;
  hash = zeros;
  at: number;
  constructor(
    readonly store: CaseStore,
    options: { id?: string; at?: number } = {},
  ) {
    this.id = options.id ?? randomUUID();
    this.at = options.at ?? firstInstant;
  }

  next(more: Partial<Omit<Act, 'record'>> & { text?: string; bytes?: Uint8Array; refused?: boolean } = {}): Act {
    const { text, bytes: given, refused = false, ...rest } = more;
    const bytes = given ?? new TextEncoder().encode(text ?? `{"case":"${this.id}","n":${this.version + 1},"who":"${randomUUID()}"}`);
    return {
      case: this.id,
      expected: this.version,
      record: { prev: this.hash, hash: createHash('sha256').update(bytes).digest('hex'), bytes, at: this.at, refused },
      ...(this.version === 0 && { opens: { procedure: { key: 'loan', version: 1 }, title: '借款事项', by: 'p-secretary' } }),
      standing: standingMade(),
      thrown: [],
      persons: [],
      ...rest,
    };
  }

  /** The writer learns that its act was appended. */
  went(act: Act): void {
    this.version += 1;
    this.hash = act.record.hash;
    this.at += 1_000;
  }

  async append(more: Parameters<HandMadeCase['next']>[0] = {}): Promise<Act> {
    const act = this.next(more);
    const answer = await this.store.append(act);
    if (answer.outcome !== 'appended') throw new Error(`expected appended, got ${answer.outcome}`);
    this.went(act);
    return act;
  }
}
