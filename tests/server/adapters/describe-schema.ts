// The schema as the database itself tells it, as text in a fixed order: what the committed schema.sql is compared with.
// Left out: the monthly partitions of the record (they depend on the day) and what other programs keep in schemas of their own.
import type { Queryable } from '../../../server/adapters/postgres/database.ts';

const own = `relnamespace = 'public'::regnamespace and relname not like 'record\\_2%'`;
const parts: readonly string[] = [
  `select 'sequence ' || relname as line from pg_class where ${own} and relkind = 'S' order by 1`,
  `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
     || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
   from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.${own.replace('and relname', 'and c.relname')} and c.relkind in ('r', 'p', 'c') and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`,
  `select relname || coalesce(' partition by ' || pg_get_partkeydef(oid), '') || coalesce(' with (' || array_to_string(reloptions, ', ') || ')', '') as line
   from pg_class where ${own} and relkind in ('r', 'p') order by 1`,
  // Not-null constraints are constraints of their own only since PostgreSQL 18; the columns above say them.
  `select c.relname || ': ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line from pg_constraint k join pg_class c on c.oid = k.conrelid
   where c.${own.replace('and relname', 'and c.relname')} and k.contype <> 'n' and k.conparentid = 0 order by 1`,
  `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
   where c.${own.replace('and relname', 'and c.relname')} order by 1`,
  `select pg_get_triggerdef(t.oid) || case t.tgenabled when 'A' then ' -- always' else '' end as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where c.${own.replace('and relname', 'and c.relname')} and not t.tgisinternal order by 1`,
  `select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`,
];

export async function describeSchema(queryable: Queryable): Promise<string> {
  const sections: string[] = [];
  for (const part of parts) {
    const { rows } = await queryable.query<{ line: string }>(part);
    sections.push(rows.map((row) => `${row.line.replace(/[ \t]+$/gm, '')}\n`).join(''));
  }
  return `-- The schema after all migrations, as tests/server/adapters/describe-schema.ts tells it. Made by: UPDATE_SCHEMA=1 npx vitest run tests/server/adapters/schema.test.ts\n\n${sections.join('\n')}`;
}
