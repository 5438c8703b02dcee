-- Up Migration
-- Appends acts of different cases in one statement and one commit, each under its own version check. Parts of an act are
-- named by `i`, its place in `acts` (1, 2, …); `bodies` and `snapshots` are indexed by it. Outcomes: appended, duplicate, conflict.
create function append_acts(acts jsonb, bodies bytea[], snapshots text[], work jsonb, debts jsonb, awaiting jsonb, thrown jsonb, payloads text[])
returns table (i int, outcome text, version int, feed bigint) language plpgsql as $$
#variable_conflict use_column
declare
  doubles int[];
  made int[];
  moved int[];
  taken int[];
begin
  -- Says to readers of the feed: something above this position is on its way (see feed_horizon).
  perform pg_advisory_xact_lock_shared(26467::bigint << 48 | last_value) from feed_position;
  -- One order for everybody, so that two writers cannot wait for each other.
  perform 1 from case_head h
    where h.id in (select a.case_id from jsonb_to_recordset(acts) as a(case_id uuid)) order by h.id for no key update;

  select coalesce(array_agg(a.i), '{}') into doubles
    from jsonb_to_recordset(acts) as a(i int, case_id uuid, key text)
    join case_head h on h.id = a.case_id
    join record r on r.month = h.month and r.case_id = h.id and r.idempotency_key = a.key
    where a.key is not null;

  with a as (
    select * from jsonb_to_recordset(acts) as a(i int, case_id uuid, month date, expected int, hash text, at timestamptz, procedure_key text,
      procedure_version int, title text, by text, status text, stands_at text[], awaits_supervision bool, open_objections int, incidents int,
      offices text[], persons text[])
    where a.expected = 0 and not a.i = any (doubles)
  ), born as (
    insert into case_head (id, month, procedure_key, procedure_version, title, status, version, head_hash, snapshot_version, snapshot, started_at,
      started_by, changed_at, stands_at, awaits_supervision, open_objections, incidents, offices, persons)
    select a.case_id, a.month, a.procedure_key, a.procedure_version, a.title, a.status, 1, decode(a.hash, 'hex'),
      case when snapshots[a.i] is null then 0 else 1 end, snapshots[a.i]::json, a.at, a.by, a.at, a.stands_at, a.awaits_supervision,
      a.open_objections, a.incidents, a.offices, a.persons
    from a order by a.case_id
    on conflict (id) do nothing returning id
  )
  select coalesce(array_agg(a.i), '{}') into made from born join a on a.case_id = born.id;

  with a as (
    select * from jsonb_to_recordset(acts) as a(i int, case_id uuid, expected int, prev text, hash text, at timestamptz, standing bool,
      status text, stands_at text[], awaits_supervision bool, open_objections int, incidents int, offices text[], persons text[])
    where a.expected > 0 and not a.i = any (doubles)
  ), changed as (
    update case_head h set
      version = h.version + 1,
      head_hash = decode(a.hash, 'hex'),
      changed_at = a.at,
      snapshot_version = case when snapshots[a.i] is null then h.snapshot_version else h.version + 1 end,
      snapshot = coalesce(snapshots[a.i]::json, h.snapshot),
      status = case when a.standing then a.status else h.status end,
      stands_at = case when a.standing then a.stands_at else h.stands_at end,
      awaits_supervision = case when a.standing then a.awaits_supervision else h.awaits_supervision end,
      open_objections = case when a.standing then a.open_objections else h.open_objections end,
      incidents = case when a.standing then a.incidents else h.incidents end,
      offices = case when a.offices <@ h.offices then h.offices else (select array_agg(distinct o order by o) from unnest(h.offices || a.offices) o) end,
      persons = case when a.persons <@ h.persons then h.persons else (select array_agg(distinct p order by p) from unnest(h.persons || a.persons) p) end
    from a where h.id = a.case_id and h.version = a.expected and h.head_hash = decode(a.prev, 'hex')
    returning a.i
  )
  select coalesce(array_agg(changed.i), '{}') into moved from changed;
  taken := made || moved;

  insert into record (month, case_id, n, prev, hash, bytes, at, position, refused, idempotency_key)
    select h.month, h.id, h.version, decode(a.prev, 'hex'), h.head_hash, bodies[a.i], a.at, nextval('feed_position'), a.refused, a.key
    from jsonb_to_recordset(acts) as a(i int, case_id uuid, prev text, at timestamptz, refused bool, key text)
    join case_head h on h.id = a.case_id
    where a.i = any (taken);

  perform replace_standing(acts, taken, work, debts, awaiting);

  insert into owed (case_id, kind, ref, topic, detail, due_at, next_attempt_at)
    select a.case_id, t.kind, ((a.expected + 1)::bigint << 16) | t.index, t.name, payloads[t.p]::json, a.at, a.at
    from jsonb_to_recordset(thrown) as t(i int, kind text, index int, name text, p int)
    join jsonb_to_recordset(acts) as a(i int, case_id uuid, expected int, at timestamptz) on a.i = t.i
    where t.i = any (taken);

  -- Also when nothing was appended: a reader may have been held back by this transaction's lock and must look again.
  perform pg_notify('guicheng_feed', '');

  return query
    select a.i, case when a.i = any (taken) then 'appended' when a.i = any (doubles) then 'duplicate' else 'conflict' end, a.expected + 1, r.position
    from jsonb_to_recordset(acts) as a(i int, case_id uuid, expected int)
    left join case_head h on h.id = a.case_id and a.i = any (taken)
    left join record r on r.month = h.month and r.case_id = h.id and r.n = a.expected + 1;
end $$;

-- Duties, debts and awaited messages of the acts in `taken` that moved their case: what is gone goes, what goes on stays as it
-- was (its time of opening, its attempts), what is new comes.
create function replace_standing(acts jsonb, taken int[], work jsonb, debts jsonb, awaiting jsonb) returns void language plpgsql as $$
#variable_conflict use_column
begin
  delete from work_item w using jsonb_to_recordset(acts) as a(i int, case_id uuid, standing bool)
    where a.standing and a.i = any (taken) and w.case_id = a.case_id
    and not exists (select 1 from jsonb_to_recordset(work) as x(i int, node int, duty text) where x.i = a.i and x.node = w.node and x.duty = w.duty);
  insert into work_item as w (case_id, node, duty, element, kind, status, offices, persons, opened_at, due_at)
    select a.case_id, x.node, x.duty, x.element, x.kind, x.status, x.offices, x.persons, a.at, x.due_at
    from jsonb_to_recordset(work) as x(i int, node int, duty text, element text, kind text, status text, offices text[], persons text[], due_at timestamptz)
    join jsonb_to_recordset(acts) as a(i int, case_id uuid, at timestamptz) on a.i = x.i
    where x.i = any (taken)
    on conflict (case_id, node, duty) do update set status = excluded.status, offices = excluded.offices, persons = excluded.persons, due_at = excluded.due_at
    where (w.status, w.offices, w.persons, w.due_at) is distinct from (excluded.status, excluded.offices, excluded.persons, excluded.due_at);

  delete from owed o using jsonb_to_recordset(acts) as a(i int, case_id uuid, standing bool)
    where a.standing and a.i = any (taken) and o.case_id = a.case_id and o.kind in ('timer', 'deadline', 'job')
    and not exists (select 1 from jsonb_to_recordset(debts) as x(i int, kind text, ref bigint) where x.i = a.i and x.kind = o.kind and x.ref = o.ref);
  insert into owed as o (case_id, kind, ref, topic, due_at, next_attempt_at)
    select a.case_id, x.kind, x.ref, x.topic, x.due_at, x.due_at
    from jsonb_to_recordset(debts) as x(i int, kind text, ref bigint, topic text, due_at timestamptz)
    join jsonb_to_recordset(acts) as a(i int, case_id uuid) on a.i = x.i
    where x.i = any (taken)
    on conflict (case_id, kind, ref) do update set due_at = excluded.due_at, next_attempt_at = excluded.due_at, attempts = 0, last_error = null
    where o.kind <> 'job' and o.due_at <> excluded.due_at;

  delete from awaited w using jsonb_to_recordset(acts) as a(i int, case_id uuid, standing bool)
    where a.standing and a.i = any (taken) and w.case_id = a.case_id
    and not exists (select 1 from jsonb_to_recordset(awaiting) as x(i int, wait int) where x.i = a.i and x.wait = w.wait);
  insert into awaited (case_id, wait, kind, name, key)
    select a.case_id, x.wait, x.kind, x.name, x.key
    from jsonb_to_recordset(awaiting) as x(i int, wait int, kind text, name text, key text)
    join jsonb_to_recordset(acts) as a(i int, case_id uuid) on a.i = x.i
    where x.i = any (taken)
    on conflict (case_id, wait) do nothing;
end $$;

-- The position up to which nothing can still appear. An appender shares a lock on the position it saw before it drew its own,
-- so whatever is in flight lies above the least locked position; what began after the locks were read draws above last_value.
-- It rests on no transaction ids: a dump restored elsewhere, or a long transaction in another database, does not disturb it.
create function feed_horizon() returns bigint language plpgsql as $$
declare
  drawn bigint;
  flying bigint;
begin
  select last_value into drawn from feed_position;
  select min((classid::bigint & 65535) << 32 | objid::bigint) into flying from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = 26467
    and database = (select oid from pg_database where datname = current_database());
  return least(drawn, flying);
end $$;
