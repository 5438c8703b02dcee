// A session that is valid at a moment, with the roster's version at that moment.
// It is not valid when an office of its person ended after it began: who loses an office signs in anew with what is left.

import type { SessionLimits, SessionRow } from '../../../ports/people.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly person: string;
  readonly account: string;
  readonly demo: boolean;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly roster_version: number;
}
const text = `
select a.person, a.name as account, a.demo, s.started_at, s.seen_at, v.n as roster_version
from session s join account a on a.name = s.account cross join roster_version v
where s.id_hash = $1 and a.closed_at is null and s.seen_at > $3 and s.started_at > $4
  and not exists (select from holding h where h.person = a.person and h.until_at > s.started_at and h.until_at <= $2)
  and not exists (select from membership m where m.person = a.person and m.until_at > s.started_at and m.until_at <= $2)`;

export async function findSession(db: Queryable, idHash: Uint8Array, at: number, limits: SessionLimits): Promise<SessionRow | undefined> {
  const values = [Buffer.from(idHash), new Date(at), new Date(at - limits.idleMs), new Date(at - limits.absoluteMs)];
  const { rows } = await db.query<Row>(text, values);
  const row = rows[0];
  return row === undefined
    ? undefined
    : {
        person: row.person,
        account: row.account,
        demo: row.demo,
        startedAt: row.started_at.getTime(),
        seenAt: row.seen_at.getTime(),
        rosterVersion: row.roster_version,
      };
}
