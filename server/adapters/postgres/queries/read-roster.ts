// Everything about who is and was who, in one snapshot.

import type { Roster } from '../../../ports/people.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly n: number;
  readonly persons: readonly { id: string; name: string }[];
  readonly offices: readonly { key: string; zh: string; en: string }[];
  readonly bodies: readonly { key: string; zh: string; en: string }[];
  readonly holdings: readonly { person: string; office: string; from: number; until: number | null }[];
  readonly memberships: readonly {
    body: string;
    person: string;
    office: string;
    chair: boolean;
    order: number;
    from: number;
    until: number | null;
  }[];
}
// One statement, so that all parts and the version are of one moment. The order of holdings decides which office is a person's first.
const text = `
select n,
  (select coalesce(json_agg(json_build_object('id', id, 'name', name)), '[]') from person) as persons,
  (select coalesce(json_agg(json_build_object('key', key, 'zh', name_zh, 'en', name_en)), '[]') from office) as offices,
  (select coalesce(json_agg(json_build_object('key', key, 'zh', name_zh, 'en', name_en)), '[]') from body) as bodies,
  (select coalesce(json_agg(json_build_object('person', person, 'office', office,
     'from', floor(extract(epoch from from_at) * 1000)::bigint, 'until', floor(extract(epoch from until_at) * 1000)::bigint) order by from_at, office), '[]') from holding) as holdings,
  (select coalesce(json_agg(json_build_object('body', body, 'person', person, 'office', office, 'chair', chair, 'order', speaking_order,
     'from', floor(extract(epoch from from_at) * 1000)::bigint, 'until', floor(extract(epoch from until_at) * 1000)::bigint) order by body, speaking_order), '[]') from membership) as memberships
from roster_version`;

const open = <T extends { until: number | null }>({ until, ...rest }: T) => (until === null ? rest : { ...rest, until });

export async function readRoster(db: Queryable): Promise<Roster> {
  const { rows } = await db.query<Row>(text);
  const row = rows[0];
  if (row === undefined) throw new Error('the roster has no version row: migrations are not done');
  return {
    version: row.n,
    persons: new Map(row.persons.map((p) => [p.id, p.name])),
    offices: new Map(row.offices.map((o) => [o.key, { zh: o.zh, en: o.en }])),
    bodies: new Map(row.bodies.map((b) => [b.key, { zh: b.zh, en: b.en }])),
    holdings: row.holdings.map(open),
    memberships: row.memberships.map(open),
  };
}
