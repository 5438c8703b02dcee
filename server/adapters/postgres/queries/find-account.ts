// One open account by its name.

import type { Account } from '../../../ports/people.ts';
import type { Queryable } from '../database.ts';

export async function findAccount(db: Queryable, name: string): Promise<Account | undefined> {
  const { rows } = await db.query<Account>(
    'select name, person, password_hash as "passwordHash", demo from account where name = $1 and closed_at is null',
    [name],
  );
  return rows[0];
}
