// One try of a debt: aimed somewhere, put off (tried again later, with the reason kept for people to read) or settled (the row goes).
import type { DebtName } from '../../../ports/case-store.ts';
import type { Queryable } from '../database.ts';

export async function settleDebt(queryable: Queryable, debt: DebtName): Promise<void> {
  await queryable.query('delete from owed where case_id = $1 and kind = $2 and ref = $3', [debt.case, debt.kind, debt.ref]);
}

export async function putOffDebt(queryable: Queryable, debt: DebtName, later: { at: number; error: string }): Promise<void> {
  await queryable.query('update owed set next_attempt_at = $4, last_error = $5 where case_id = $1 and kind = $2 and ref = $3', [
    debt.case,
    debt.kind,
    debt.ref,
    new Date(later.at),
    later.error.replaceAll('\0', '').slice(0, 2_000),
  ]);
}

export async function aimDebt(queryable: Queryable, debt: DebtName, aim: string): Promise<void> {
  await queryable.query('update owed set aim = $4 where case_id = $1 and kind = $2 and ref = $3', [debt.case, debt.kind, debt.ref, aim]);
}
