-- Up Migration
-- Where a case stands. Everything here but the snapshot follows from the records; it is kept so that lists need not fold cases.
create table case_head (
  id uuid not null,
  -- Month in which the case was opened (UTC). It never changes and says in which partition the case's records are.
  month date not null check (extract(day from month) = 1),
  procedure_key text not null,
  procedure_version int not null,
  title text not null,
  status text not null check (status in ('running', 'completed', 'terminated', 'failed')),
  -- Number of records.
  version int not null check (version > 0),
  head_hash bytea not null check (octet_length(head_hash) = 32),
  snapshot_version int not null default 0,
  -- A cache of the folded state; json, not jsonb, so that it comes back exactly as it was saved.
  snapshot json,
  started_at timestamptz not null,
  started_by text not null,
  changed_at timestamptz not null,
  -- Element ids of the open steps and waits.
  stands_at text[] not null default '{}',
  awaits_supervision bool not null default false,
  open_objections int not null default 0,
  incidents int not null default 0,
  -- Who has or had a part in the case: they may see it.
  offices text[] not null default '{}',
  persons text[] not null default '{}',
  primary key (id),
  unique (id, month),
  foreign key (procedure_key, procedure_version) references procedure_version (key, version)
) with (fillfactor = 80);
-- None of these holds a column that ordinary acts change, so acts stay heap-only updates.
create index case_head_started on case_head (started_at desc, id);
create index case_head_procedure on case_head (procedure_key, started_at desc);
create index case_head_running on case_head (started_at desc) where status = 'running';
create index case_head_offices on case_head using gin (offices);
create index case_head_persons on case_head using gin (persons);
create index case_head_supervision on case_head (started_at) where awaits_supervision;
create index case_head_objections on case_head (started_at) where open_objections > 0;
create index case_head_incidents on case_head (started_at) where incidents > 0;

create sequence feed_position as bigint;
-- From here on every later position is greater than last_value (see feed_horizon).
select nextval('feed_position');

-- The record of every case, exact bytes. Partitioned by the month in which the case was opened: all records of a case
-- lie together, (case_id, n) and (case_id, idempotency_key) stay unique over the whole table because the foreign key
-- ties a case to one month, and a month is archived as whole cases.
create table record (
  month date not null,
  case_id uuid not null,
  n int not null check (n > 0),
  prev bytea not null check (octet_length(prev) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  bytes bytea not null check (octet_length(bytes) between 2 and 65535),
  at timestamptz not null,
  position bigint not null,
  refused bool not null,
  idempotency_key text,
  primary key (month, case_id, n),
  foreign key (case_id, month) references case_head (id, month)
) partition by range (month);
create index record_position on record (position);
create unique index record_idempotency on record (month, case_id, idempotency_key) where idempotency_key is not null;

create trigger record_kept before update or delete on record for each row execute function deny_change();
create trigger record_not_emptied before truncate on record for each statement execute function deny_change();
alter table record enable always trigger record_kept;
alter table record enable always trigger record_not_emptied;

-- Makes the partition of one month. Statement triggers are not inherited, so each partition gets its own.
create function ensure_record_month(wanted date) returns void language plpgsql as $$
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
end $$;

-- Open duties of people. No foreign keys here and below: append_acts is the only writer, and it writes for cases whose head it holds.
create table work_item (
  case_id uuid not null,
  node int not null,
  duty text not null check (duty in ('work', 'supervise', 'answer')),
  element text not null,
  kind text not null,
  status text not null check (status in ('open', 'held')),
  offices text[] not null,
  persons text[] not null,
  opened_at timestamptz not null,
  due_at timestamptz,
  primary key (case_id, node, duty)
);
create index work_item_offices on work_item using gin (offices);
create index work_item_persons on work_item using gin (persons);
create index work_item_due on work_item (due_at) where due_at is not null;

-- What the machine owes a case. Timers, deadlines and jobs follow from where the case stands (ref = wait or node);
-- messages and signals it threw stay until they are delivered (ref = record and event).
create table owed (
  case_id uuid not null,
  kind text not null check (kind in ('timer', 'deadline', 'job', 'message', 'signal')),
  ref bigint not null,
  -- Job topic, message or signal name.
  topic text,
  detail json not null default '{}',
  due_at timestamptz not null,
  attempts int not null default 0,
  -- When it is tried next; a worker that takes it moves this ahead, so a lost worker delays and never loses.
  next_attempt_at timestamptz not null,
  last_error text,
  -- Where a message was about to be delivered.
  aim text,
  primary key (case_id, kind, ref)
);
create index owed_next on owed (next_attempt_at);

-- Messages and signals for which a case is waiting.
create table awaited (
  case_id uuid not null,
  wait int not null,
  kind text not null check (kind in ('message', 'signal')),
  name text not null,
  key text,
  primary key (case_id, wait)
);
create index awaited_name on awaited (kind, name, key);

-- How far each follower of the feed has come.
create table follower (
  name text primary key,
  position bigint not null
);
