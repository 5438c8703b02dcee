// How far a follower of the feed has come; only ever forward.
import type { Queryable } from '../database.ts';

export async function readFollower(queryable: Queryable, name: string): Promise<number> {
  const { rows } = await queryable.query<{ position: number }>('select position from follower where name = $1', [name]);
  return rows[0]?.position ?? 0;
}

export async function moveFollower(queryable: Queryable, name: string, position: number): Promise<void> {
  await queryable.query(
    'insert into follower as f (name, position) values ($1, $2) on conflict (name) do update set position = excluded.position where f.position < excluded.position',
    [name, position],
  );
}
