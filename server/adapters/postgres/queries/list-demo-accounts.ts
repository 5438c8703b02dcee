// The accounts that demonstration mode made.
import type pg from 'pg';
import type { Account } from '../../../ports/people.ts';

export async function listDemoAccounts(db: pg.Pool): Promise<readonly Account[]> {
  const { rows } = await db.query<Account>({
    name: 'list-demo-accounts',
    text: 'select name, person, password_hash as "passwordHash", demo from account where demo and closed_at is null order by name',
  });
  return rows;
}
