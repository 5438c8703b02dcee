-- Up Migration
create function deny_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = '42501';
end $$;

-- A deployed version never changes: cases are bound to it.
create table procedure_version (
  key text not null check (key ~ '^[A-Za-z_][A-Za-z0-9_.-]{0,127}$'),
  version int not null check (version > 0),
  name text not null,
  -- Id of the process inside the drawing that this procedure runs.
  process text not null,
  xml bytea not null check (octet_length(xml) <= 2000000),
  rules json,
  forms json not null default '{}',
  hash bytea not null check (octet_length(hash) = 32),
  -- Names of the messages that start a case.
  message_starts text[] not null default '{}',
  summary json not null default '{}',
  note text not null,
  deployed_at timestamptz not null,
  deployed_by text not null,
  primary key (key, version)
);
create index procedure_version_message_starts on procedure_version using gin (message_starts);

create trigger procedure_version_kept before update or delete on procedure_version for each row execute function deny_change();
create trigger procedure_version_not_emptied before truncate on procedure_version for each statement execute function deny_change();
alter table procedure_version enable always trigger procedure_version_kept;
alter table procedure_version enable always trigger procedure_version_not_emptied;

create table procedure_draft (
  key text primary key,
  revision int not null check (revision > 0),
  base_version int not null check (base_version >= 0),
  xml text not null,
  saved_at timestamptz not null,
  saved_by text not null
);
