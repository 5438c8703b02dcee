-- Up Migration
-- Where a message that came from outside under an idempotency key was sent, noted before it went: a repeated one cannot go elsewhere.
create table outside_message (
  sender text not null,
  idempotency_key text not null,
  aim text not null,
  sent_at timestamptz not null,
  primary key (sender, idempotency_key)
);
