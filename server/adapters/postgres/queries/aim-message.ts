// Notes where a message from outside goes, unless somebody has noted another aim meanwhile: that one then holds.
import type { OutsideMessage } from '../../../ports/case-store.ts';
import type { Queryable } from '../database.ts';

export async function readMessageAim(queryable: Queryable, { sender, key }: OutsideMessage): Promise<string | undefined> {
  const { rows } = await queryable.query<{ aim: string }>('select aim from outside_message where sender = $1 and idempotency_key = $2', [
    sender,
    key,
  ]);
  return rows[0]?.aim;
}

export async function aimMessage(
  queryable: Queryable,
  message: OutsideMessage,
  aim: { was: string | undefined; now: string; at: number },
): Promise<string> {
  const { rows } = await queryable.query<{ aim: string }>(
    `insert into outside_message as m (sender, idempotency_key, aim, sent_at) values ($1, $2, $3, $4)
     on conflict (sender, idempotency_key) do update set aim = case when m.aim = $5 then excluded.aim else m.aim end returning m.aim`,
    [message.sender, message.key, aim.now, new Date(aim.at), aim.was ?? null],
  );
  const [row] = rows;
  if (!row) throw new Error('a message was aimed nowhere');
  return row.aim;
}
