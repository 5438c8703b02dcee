// The accounts that demonstration mode made.

import type { Account } from '../../../ports/people.ts';
import type { Queryable } from '../database.ts';

export async function listDemoAccounts(db: Queryable): Promise<readonly Account[]> {
  const { rows } = await db.query<Account>(
    'select name, person, password_hash as "passwordHash", demo from account where demo and closed_at is null order by name',
  );
  return rows;
}
