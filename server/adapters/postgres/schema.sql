-- The schema after all migrations, as tests/server/adapters/describe-schema.ts tells it. Made by: UPDATE_SCHEMA=1 npx vitest run tests/server/adapters/schema.test.ts

sequence feed_position
sequence migration_id_seq

account.name text not null
account.person text not null
account.password_hash text not null
account.demo boolean not null
account.closed_at timestamp with time zone
act_part.i integer
act_part.case_id uuid
act_part.month date
act_part.expected integer
act_part.prev text
act_part.hash text
act_part.at timestamp with time zone
act_part.refused boolean
act_part.key text
act_part.procedure_key text
act_part.procedure_version integer
act_part.title text
act_part.by text
act_part.standing boolean
act_part.status text
act_part.stands_at text[]
act_part.awaits_supervision boolean
act_part.open_objections integer
act_part.incidents integer
act_part.offices text[]
act_part.persons text[]
awaited.case_id uuid not null
awaited.wait integer not null
awaited.kind text not null
awaited.name text not null
awaited.key text
awaiting_part.i integer
awaiting_part.wait integer
awaiting_part.kind text
awaiting_part.name text
awaiting_part.key text
body.key text not null
body.name_zh text not null
body.name_en text not null
case_head.id uuid not null
case_head.month date not null
case_head.procedure_key text not null
case_head.procedure_version integer not null
case_head.title text not null
case_head.status text not null
case_head.version integer not null
case_head.head_hash bytea not null
case_head.snapshot_version integer not null default 0
case_head.snapshot json
case_head.started_at timestamp with time zone not null
case_head.started_by text not null
case_head.changed_at timestamp with time zone not null
case_head.stands_at text[] not null default '{}'::text[]
case_head.awaits_supervision boolean not null default false
case_head.open_objections integer not null default 0
case_head.incidents integer not null default 0
case_head.offices text[] not null default '{}'::text[]
case_head.persons text[] not null default '{}'::text[]
debt_part.i integer
debt_part.kind text
debt_part.ref bigint
debt_part.topic text
debt_part.due_at timestamp with time zone
follower.name text not null
follower.position bigint not null
holding.person text not null
holding.office text not null
holding.from_at timestamp with time zone not null
holding.until_at timestamp with time zone
membership.body text not null
membership.person text not null
membership.office text not null
membership.chair boolean not null
membership.speaking_order integer not null
membership.from_at timestamp with time zone not null
membership.until_at timestamp with time zone
migration.id integer not null default nextval('migration_id_seq'::regclass)
migration.name character varying(255) not null
migration.run_on timestamp without time zone not null
office.key text not null
office.name_zh text not null
office.name_en text not null
outside_message.sender text not null
outside_message.idempotency_key text not null
outside_message.aim text not null
outside_message.sent_at timestamp with time zone not null
owed.case_id uuid not null
owed.kind text not null
owed.ref bigint not null
owed.topic text
owed.detail json not null default '{}'::json
owed.due_at timestamp with time zone not null
owed.attempts integer not null default 0
owed.next_attempt_at timestamp with time zone not null
owed.last_error text
owed.aim text
person.id text not null
person.name text not null
procedure_draft.key text not null
procedure_draft.revision integer not null
procedure_draft.base_version integer not null
procedure_draft.xml text
procedure_draft.saved_at timestamp with time zone not null
procedure_draft.saved_by text not null
procedure_version.key text not null
procedure_version.version integer not null
procedure_version.name text not null
procedure_version.process text not null
procedure_version.xml bytea not null
procedure_version.rules json
procedure_version.forms json not null default '{}'::json
procedure_version.hash bytea not null
procedure_version.message_starts text[] not null default '{}'::text[]
procedure_version.summary json not null default '{}'::json
procedure_version.note text not null
procedure_version.deployed_at timestamp with time zone not null
procedure_version.deployed_by text not null
record.month date not null
record.case_id uuid not null
record.n integer not null
record.prev bytea not null
record.hash bytea not null
record.bytes bytea not null
record.at timestamp with time zone not null
record.position bigint not null
record.refused boolean not null
record.idempotency_key text
roster_version.only_row boolean not null default true
roster_version.n bigint not null
session.id_hash bytea not null
session.account text not null
session.started_at timestamp with time zone not null
session.seen_at timestamp with time zone not null
thrown_part.i integer
thrown_part.kind text
thrown_part.index integer
thrown_part.name text
thrown_part.p integer
timed_start.key text not null
timed_start.version integer not null
timed_start.element text not null
timed_start.timer text not null
timed_start.armed_at timestamp with time zone not null
timed_start.fired integer not null default 0
timed_start.due_at timestamp with time zone not null
timed_start.attempts integer not null default 0
timed_start.next_attempt_at timestamp with time zone not null
timed_start.last_error text
work_item.case_id uuid not null
work_item.node integer not null
work_item.duty text not null
work_item.element text not null
work_item.kind text not null
work_item.status text not null
work_item.offices text[] not null
work_item.persons text[] not null
work_item.opened_at timestamp with time zone not null
work_item.due_at timestamp with time zone
work_part.i integer
work_part.node integer
work_part.duty text
work_part.element text
work_part.kind text
work_part.status text
work_part.offices text[]
work_part.persons text[]
work_part.due_at timestamp with time zone

account
awaited
body
case_head with (fillfactor=80)
follower
holding
membership
migration
office
outside_message
owed
person
procedure_draft
procedure_version
record partition by RANGE (month)
roster_version
session
timed_start
work_item

account: account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 64)))
account: account_person_fkey FOREIGN KEY (person) REFERENCES person(id)
account: account_pkey PRIMARY KEY (name)
awaited: awaited_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text])))
awaited: awaited_pkey PRIMARY KEY (case_id, wait)
body: body_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{0,63}$'::text))
body: body_pkey PRIMARY KEY (key)
case_head: case_head_head_hash_check CHECK ((octet_length(head_hash) = 32))
case_head: case_head_id_month_key UNIQUE (id, month)
case_head: case_head_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
case_head: case_head_pkey PRIMARY KEY (id)
case_head: case_head_procedure_key_procedure_version_fkey FOREIGN KEY (procedure_key, procedure_version) REFERENCES procedure_version(key, version)
case_head: case_head_status_check CHECK ((status = ANY (ARRAY['running'::text, 'completed'::text, 'terminated'::text, 'failed'::text])))
case_head: case_head_version_check CHECK ((version > 0))
follower: follower_pkey PRIMARY KEY (name)
holding: holding_check CHECK (((until_at IS NULL) OR (until_at > from_at)))
holding: holding_office_fkey FOREIGN KEY (office) REFERENCES office(key)
holding: holding_person_fkey FOREIGN KEY (person) REFERENCES person(id)
holding: holding_pkey PRIMARY KEY (person, office, from_at)
membership: membership_body_fkey FOREIGN KEY (body) REFERENCES body(key)
membership: membership_check CHECK (((until_at IS NULL) OR (until_at > from_at)))
membership: membership_office_fkey FOREIGN KEY (office) REFERENCES office(key)
membership: membership_person_fkey FOREIGN KEY (person) REFERENCES person(id)
membership: membership_pkey PRIMARY KEY (body, person, from_at)
migration: migration_pkey PRIMARY KEY (id)
office: office_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{0,63}$'::text))
office: office_pkey PRIMARY KEY (key)
outside_message: outside_message_pkey PRIMARY KEY (sender, idempotency_key)
owed: owed_kind_check CHECK ((kind = ANY (ARRAY['timer'::text, 'deadline'::text, 'job'::text, 'message'::text, 'signal'::text])))
owed: owed_pkey PRIMARY KEY (case_id, kind, ref)
person: person_id_check CHECK ((id ~ '^[a-z][a-z0-9-]{0,63}$'::text))
person: person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
person: person_pkey PRIMARY KEY (id)
procedure_draft: procedure_draft_base_version_check CHECK ((base_version >= 0))
procedure_draft: procedure_draft_pkey PRIMARY KEY (key)
procedure_draft: procedure_draft_revision_check CHECK ((revision > 0))
procedure_version: procedure_version_hash_check CHECK ((octet_length(hash) = 32))
procedure_version: procedure_version_key_check CHECK ((key ~ '^[A-Za-z_][A-Za-z0-9_.-]{0,127}$'::text))
procedure_version: procedure_version_pkey PRIMARY KEY (key, version)
procedure_version: procedure_version_version_check CHECK ((version > 0))
procedure_version: procedure_version_xml_check CHECK ((octet_length(xml) <= 2000000))
record: record_bytes_check CHECK (((octet_length(bytes) >= 2) AND (octet_length(bytes) <= 65535)))
record: record_case_id_month_fkey FOREIGN KEY (case_id, month) REFERENCES case_head(id, month)
record: record_hash_check CHECK ((octet_length(hash) = 32))
record: record_n_check CHECK ((n > 0))
record: record_pkey PRIMARY KEY (month, case_id, n)
record: record_prev_check CHECK ((octet_length(prev) = 32))
roster_version: roster_version_only_row_check CHECK (only_row)
roster_version: roster_version_pkey PRIMARY KEY (only_row)
session: session_account_fkey FOREIGN KEY (account) REFERENCES account(name)
session: session_id_hash_check CHECK ((length(id_hash) = 32))
session: session_pkey PRIMARY KEY (id_hash)
timed_start: timed_start_fired_check CHECK ((fired >= 0))
timed_start: timed_start_key_version_fkey FOREIGN KEY (key, version) REFERENCES procedure_version(key, version)
timed_start: timed_start_pkey PRIMARY KEY (key, version, element)
work_item: work_item_duty_check CHECK ((duty = ANY (ARRAY['work'::text, 'supervise'::text, 'answer'::text])))
work_item: work_item_pkey PRIMARY KEY (case_id, node, duty)
work_item: work_item_status_check CHECK ((status = ANY (ARRAY['open'::text, 'held'::text])))

CREATE INDEX awaited_name ON public.awaited USING btree (kind, name, key)
CREATE INDEX case_head_incidents ON public.case_head USING btree (started_at) WHERE (incidents > 0)
CREATE INDEX case_head_objections ON public.case_head USING btree (started_at) WHERE (open_objections > 0)
CREATE INDEX case_head_offices ON public.case_head USING gin (offices)
CREATE INDEX case_head_persons ON public.case_head USING gin (persons)
CREATE INDEX case_head_procedure ON public.case_head USING btree (procedure_key, started_at DESC)
CREATE INDEX case_head_running ON public.case_head USING btree (started_at DESC) WHERE (status = 'running'::text)
CREATE INDEX case_head_started ON public.case_head USING btree (started_at DESC, id)
CREATE INDEX case_head_supervision ON public.case_head USING btree (started_at) WHERE awaits_supervision
CREATE INDEX holding_office ON public.holding USING btree (office)
CREATE INDEX owed_next ON public.owed USING btree (next_attempt_at)
CREATE INDEX procedure_version_message_starts ON public.procedure_version USING gin (message_starts)
CREATE INDEX record_position ON ONLY public.record USING btree ("position")
CREATE INDEX session_seen ON public.session USING btree (seen_at)
CREATE INDEX timed_start_next ON public.timed_start USING btree (next_attempt_at)
CREATE INDEX work_item_due ON public.work_item USING btree (due_at) WHERE (due_at IS NOT NULL)
CREATE INDEX work_item_offices ON public.work_item USING gin (offices)
CREATE INDEX work_item_persons ON public.work_item USING gin (persons)
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (name)
CREATE UNIQUE INDEX awaited_pkey ON public.awaited USING btree (case_id, wait)
CREATE UNIQUE INDEX body_pkey ON public.body USING btree (key)
CREATE UNIQUE INDEX case_head_id_month_key ON public.case_head USING btree (id, month)
CREATE UNIQUE INDEX case_head_pkey ON public.case_head USING btree (id)
CREATE UNIQUE INDEX follower_pkey ON public.follower USING btree (name)
CREATE UNIQUE INDEX holding_pkey ON public.holding USING btree (person, office, from_at)
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (body, person, from_at)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (id)
CREATE UNIQUE INDEX office_pkey ON public.office USING btree (key)
CREATE UNIQUE INDEX outside_message_pkey ON public.outside_message USING btree (sender, idempotency_key)
CREATE UNIQUE INDEX owed_pkey ON public.owed USING btree (case_id, kind, ref)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE UNIQUE INDEX procedure_draft_pkey ON public.procedure_draft USING btree (key)
CREATE UNIQUE INDEX procedure_version_pkey ON public.procedure_version USING btree (key, version)
CREATE UNIQUE INDEX record_idempotency ON ONLY public.record USING btree (month, case_id, idempotency_key) WHERE (idempotency_key IS NOT NULL)
CREATE UNIQUE INDEX record_pkey ON ONLY public.record USING btree (month, case_id, n)
CREATE UNIQUE INDEX roster_version_pkey ON public.roster_version USING btree (only_row)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id_hash)
CREATE UNIQUE INDEX timed_start_pkey ON public.timed_start USING btree (key, version, element)
CREATE UNIQUE INDEX work_item_pkey ON public.work_item USING btree (case_id, node, duty)

CREATE TRIGGER body_changed AFTER INSERT OR DELETE OR UPDATE ON public.body FOR EACH STATEMENT EXECUTE FUNCTION roster_changed()
CREATE TRIGGER holding_changed AFTER INSERT OR DELETE OR UPDATE ON public.holding FOR EACH STATEMENT EXECUTE FUNCTION roster_changed()
CREATE TRIGGER membership_changed AFTER INSERT OR DELETE OR UPDATE ON public.membership FOR EACH STATEMENT EXECUTE FUNCTION roster_changed()
CREATE TRIGGER office_changed AFTER INSERT OR DELETE OR UPDATE ON public.office FOR EACH STATEMENT EXECUTE FUNCTION roster_changed()
CREATE TRIGGER person_changed AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION roster_changed()
CREATE TRIGGER procedure_version_kept BEFORE DELETE OR UPDATE ON public.procedure_version FOR EACH ROW EXECUTE FUNCTION deny_change() -- always
CREATE TRIGGER procedure_version_not_emptied BEFORE TRUNCATE ON public.procedure_version FOR EACH STATEMENT EXECUTE FUNCTION deny_change() -- always
CREATE TRIGGER record_kept BEFORE DELETE OR UPDATE ON public.record FOR EACH ROW EXECUTE FUNCTION deny_change() -- always
CREATE TRIGGER record_not_emptied BEFORE TRUNCATE ON public.record FOR EACH STATEMENT EXECUTE FUNCTION deny_change() -- always

CREATE OR REPLACE FUNCTION public.append_acts(acts jsonb, bodies bytea[], snapshots text[], work jsonb, debts jsonb, awaiting jsonb, thrown jsonb, payloads text[])
 RETURNS TABLE(i integer, feed bigint)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.deny_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = '42501';
end $function$

CREATE OR REPLACE FUNCTION public.ensure_record_month(wanted date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  first date := date_trunc('month', wanted);
  name text := 'record_' || to_char(first, 'YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtextextended('guicheng.record.month', 0));
  -- Asked of the table, not of the catalogue cache, which may still remember that there was none.
  if exists (select 1 from pg_class c where c.relname = name and c.relnamespace = (select relnamespace from pg_class where oid = 'record'::regclass)) then return; end if;
  -- In the order in which appenders take them, or two of us would wait for each other.
  lock table case_head in exclusive mode;
  lock table record in access exclusive mode;
  execute format('create table %I partition of record for values from (%L) to (%L)', name, first, first + interval '1 month');
  execute format('create trigger record_not_emptied before truncate on %I for each statement execute function deny_change()', name);
  execute format('alter table %I enable always trigger record_not_emptied', name);
  execute format('alter table %I enable always trigger record_kept', name);
end $function$

CREATE OR REPLACE FUNCTION public.feed_horizon()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  drawn bigint;
  flying bigint;
begin
  select last_value into drawn from feed_position;
  select min((classid::bigint & 65535) << 32 | objid::bigint) into flying from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = 26467
    and database = (select oid from pg_database where datname = current_database());
  return least(drawn, flying);
end $function$

CREATE OR REPLACE FUNCTION public.replace_standing(taken act_part[], work jsonb, debts jsonb, awaiting jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.roster_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update roster_version set n = n + 1;
  return null;
end $function$

