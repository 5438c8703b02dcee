-- Up Migration
-- Persons, offices with terms, bodies with members, local accounts and server-side sessions.
create table person (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{0,63}$'),
  name text not null check (length(name) between 1 and 200)
);
create table office (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{0,63}$'),
  name_zh text not null,
  name_en text not null
);
create table body (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{0,63}$'),
  name_zh text not null,
  name_en text not null
);
create table holding (
  person text not null references person,
  office text not null references office,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (person, office, from_at),
  check (until_at is null or until_at > from_at)
);
create index holding_office on holding (office);
create table membership (
  body text not null references body,
  person text not null references person,
  office text not null references office,
  chair boolean not null,
  speaking_order integer not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (body, person, from_at),
  check (until_at is null or until_at > from_at)
);
create table account (
  name text primary key check (length(name) between 1 and 64),
  person text not null references person,
  password_hash text not null,
  demo boolean not null,
  closed_at timestamptz
);
create table session (
  -- SHA-256 of the cookie's secret.
  id_hash bytea primary key check (length(id_hash) = 32),
  account text not null references account,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_seen on session (seen_at);

-- One number that moves with every change of who is who: readers keep the roster until it moves.
create table roster_version (
  only_row boolean primary key default true check (only_row),
  n bigint not null
);
insert into roster_version (n) values (1);
create function roster_changed() returns trigger language plpgsql as $$
begin
  update roster_version set n = n + 1;
  return null;
end $$;
create trigger person_changed after insert or update or delete on person for each statement execute function roster_changed();
create trigger office_changed after insert or update or delete on office for each statement execute function roster_changed();
create trigger body_changed after insert or update or delete on body for each statement execute function roster_changed();
create trigger holding_changed after insert or update or delete on holding for each statement execute function roster_changed();
create trigger membership_changed after insert or update or delete on membership for each statement execute function roster_changed();

-- Down Migration
drop table session, account, membership, holding, body, office, person, roster_version;
drop function roster_changed;
