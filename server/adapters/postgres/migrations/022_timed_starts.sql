-- Up Migration
-- Timer start events of deployed procedures, each with its next turn. The worker starts a case when one is due.
create table timed_start (
  key text not null,
  version int not null,
  element text not null,
  -- ISO 8601 date, duration or cycle, counted from armed_at.
  timer text not null,
  armed_at timestamptz not null,
  -- Turns done.
  fired int not null default 0 check (fired >= 0),
  due_at timestamptz not null,
  attempts int not null default 0,
  -- When it is tried next; a worker that takes it moves this ahead, so a lost worker delays and never loses.
  next_attempt_at timestamptz not null,
  last_error text,
  primary key (key, version, element),
  foreign key (key, version) references procedure_version (key, version)
);
create index timed_start_next on timed_start (next_attempt_at);
