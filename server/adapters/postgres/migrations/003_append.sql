-- Up Migration
-- The parts in which acts arrive. `i` is the place of the act in its group (1, 2, …).
create type act_part as (
  i int, case_id uuid, month date, expected int, prev text, hash text, at timestamptz, refused bool, key text,
  procedure_key text, procedure_version int, title text, by text,
  standing bool, status text, stands_at text[], awaits_supervision bool, open_objections int, incidents int, offices text[], persons text[]
);
create type work_part as (
  i int, node int, duty text, element text, kind text, status text, offices text[], persons text[], due_at timestamptz
);
create type debt_part as (i int, kind text, ref bigint, topic text, due_at timestamptz);
create type awaiting_part as (i int, wait int, kind text, name text, key text);
-- `p`: place of its payload in `payloads`.
create type thrown_part as (i int, kind text, index int, name text, p int);

-- Appends acts of different cases in one statement and one commit, each under its own version check. `bodies` and `snapshots`
-- are indexed by the place of the act. Gives the acts that were appended; the others changed nothing: their case had moved, or its
-- first record was there already. A repeated idempotency key is refused by the unique index, as any other broken constraint.
-- Plans are kept for the life of a connection: one made while the tables were small must not read them whole when they are large.
create function append_acts(acts jsonb, bodies bytea[], snapshots text[], work jsonb, debts jsonb, awaiting jsonb, thrown jsonb, payloads text[])
returns table (i int, feed bigint) language plpgsql
set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  given act_part[] := array(select x from jsonb_populate_recordset(null::act_part, acts) x);
  places bigint[];
  taken act_part[];
begin
  -- Says to readers of the feed: something above this position is on its way (see feed_horizon).
  perform pg_advisory_xact_lock_shared(26467::bigint << 48 | last_value) from feed_position;

  with born as (
    insert into case_head (id, month, procedure_key, procedure_version, title, status, version, head_hash, snapshot_version, snapshot, started_at,
      started_by, changed_at, stands_at, awaits_supervision, open_objections, incidents, offices, persons)
    select a.case_id, a.month, a.procedure_key, a.procedure_version, a.title, a.status, 1, decode(a.hash, 'hex'),
      case when snapshots[a.i] is null then 0 else 1 end, snapshots[a.i]::json, a.at, a.by, a.at, a.stands_at, a.awaits_supervision,
      a.open_objections, a.incidents, a.offices, a.persons
    from unnest(given) a where a.expected = 0
    on conflict (id) do nothing returning id, month
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
    from unnest(given) a
    where a.expected > 0 and h.id = a.case_id and h.version = a.expected and h.head_hash = decode(a.prev, 'hex')
    returning h.id, h.month
  ), moved as (
    select a.i, nextval('feed_position') as position, m.month from unnest(given) a join (select * from born union all select * from changed) m on m.id = a.case_id
  ), kept as (
    insert into record (month, case_id, n, prev, hash, bytes, at, position, refused, idempotency_key)
    select m.month, a.case_id, a.expected + 1, decode(a.prev, 'hex'), decode(a.hash, 'hex'), bodies[a.i], a.at, m.position, a.refused, a.key
    from moved m join unnest(given) a on a.i = m.i
  )
  select array_agg(a order by a.i), array_agg(m.position order by a.i) into taken, places from moved m join unnest(given) a on a.i = m.i;

  if exists (select 1 from unnest(taken) a where a.standing) then perform replace_standing(taken, work, debts, awaiting); end if;
  if jsonb_array_length(thrown) > 0 then
    insert into owed (case_id, kind, ref, topic, detail, due_at, next_attempt_at)
      select a.case_id, t.kind, ((a.expected + 1)::bigint << 16) | t.index, t.name, payloads[t.p]::json, a.at, a.at
      from jsonb_populate_recordset(null::thrown_part, thrown) t join unnest(taken) a on a.i = t.i;
  end if;
  -- Also when nothing was appended: a reader may have been held back by this transaction's lock and must look again.
  perform pg_notify('guicheng_feed', '');
  return query select t.i, t.position from (select (unnest(taken)).i, unnest(places) as position) t;
end $$;

-- Duties, debts and awaited messages of the acts that moved their case: what is gone goes, what goes on stays as it
-- was (its time of opening, its attempts), what is new comes.
create function replace_standing(taken act_part[], work jsonb, debts jsonb, awaiting jsonb) returns void language plpgsql as $$
#variable_conflict use_column
declare
  standing act_part[] := array(select a from unnest(taken) a where a.standing);
  ids uuid[] := array(select a.case_id from unnest(standing) a);
  items work_part[] := array(select x from jsonb_populate_recordset(null::work_part, work) x);
  owing debt_part[] := array(select x from jsonb_populate_recordset(null::debt_part, debts) x);
  waits awaiting_part[] := array(select x from jsonb_populate_recordset(null::awaiting_part, awaiting) x);
begin
  with gone as (
    delete from work_item w using unnest(standing) a
    where w.case_id = any (ids) and w.case_id = a.case_id
    and not exists (select 1 from unnest(items) x where x.i = a.i and x.node = w.node and x.duty = w.duty)
  )
  insert into work_item as w (case_id, node, duty, element, kind, status, offices, persons, opened_at, due_at)
    select a.case_id, x.node, x.duty, x.element, x.kind, x.status, x.offices, x.persons, a.at, x.due_at
    from unnest(items) x join unnest(standing) a on a.i = x.i
    on conflict (case_id, node, duty) do update set status = excluded.status, offices = excluded.offices, persons = excluded.persons, due_at = excluded.due_at
    where (w.status, w.offices, w.persons, w.due_at) is distinct from (excluded.status, excluded.offices, excluded.persons, excluded.due_at);

  if cardinality(owing) > 0 or exists (select 1 from owed o where o.case_id = any (ids)) then
    with gone as (
      delete from owed o using unnest(standing) a
      where o.case_id = any (ids) and o.case_id = a.case_id and o.kind in ('timer', 'deadline', 'job')
      and not exists (select 1 from unnest(owing) x where x.i = a.i and x.kind = o.kind and x.ref = o.ref)
    )
    insert into owed as o (case_id, kind, ref, topic, due_at, next_attempt_at)
      select a.case_id, x.kind, x.ref, x.topic, x.due_at, x.due_at
      from unnest(owing) x join unnest(standing) a on a.i = x.i
      on conflict (case_id, kind, ref) do update set due_at = excluded.due_at, next_attempt_at = excluded.due_at, attempts = 0, last_error = null
      where o.kind <> 'job' and o.due_at <> excluded.due_at;
  end if;

  if cardinality(waits) > 0 or exists (select 1 from awaited w where w.case_id = any (ids)) then
    with gone as (
      delete from awaited w using unnest(standing) a
      where w.case_id = any (ids) and w.case_id = a.case_id
      and not exists (select 1 from unnest(waits) x where x.i = a.i and x.wait = w.wait)
    )
    insert into awaited (case_id, wait, kind, name, key)
      select a.case_id, x.wait, x.kind, x.name, x.key
      from unnest(waits) x join unnest(standing) a on a.i = x.i
      on conflict (case_id, wait) do nothing;
  end if;
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
