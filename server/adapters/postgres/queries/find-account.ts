// One open account by its name.
import type pg from 'pg';
import type { Account } from '../../../ports/people.ts';

export async function findAccount(db: pg.Pool, name: string): Promise<Account | undefined> {
  const { rows } = await db.query<Account>({
    name: 'find-account',
    text: 'select name, person, password_hash as "passwordHash", demo from account where name = $1 and closed_at is null',
    values: [name],
  });
  return rows[0];
}
