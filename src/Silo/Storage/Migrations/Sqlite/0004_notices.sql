-- Who is to be told of what, opened and ended in the commit that makes it so. One row for each receiver and cause while the matter
-- lasts. Next_at is null when nothing more is done about it.
create table notices (
  id text not null primary key,
  owner text not null,
  street text not null,
  receiver text not null,
  cause text not null,
  urgent integer not null,
  at integer not null,
  expires_at integer,
  payload text not null,
  state text not null,
  step integer not null,
  attempts integer not null,
  next_at integer,
  seen_at integer,
  gone_at integer,
  tries text not null,
  leased_by text,
  leased_until integer
);

create unique index notices_once on notices (owner, cause, receiver) where gone_at is null;
create index notices_due on notices (next_at) where next_at is not null;
create index notices_of_owner on notices (owner, at);
create index notices_of_receiver on notices (receiver, at);
create index notices_gone on notices (gone_at) where gone_at is not null;
