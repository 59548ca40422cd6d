-- Who is to be told of what, opened and ended in the commit that makes it so. One row for each receiver and cause while the matter
-- lasts. Next_at is null when nothing more is done about it.
create table notices (
  id text collate "C" not null primary key,
  owner text collate "C" not null,
  street text collate "C" not null,
  receiver text collate "C" not null,
  cause text collate "C" not null,
  urgent bigint not null,
  at bigint not null,
  expires_at bigint,
  payload text collate "C" not null,
  state text collate "C" not null,
  step bigint not null,
  attempts bigint not null,
  next_at bigint,
  seen_at bigint,
  gone_at bigint,
  tries text collate "C" not null,
  leased_by text collate "C",
  leased_until bigint
) with (fillfactor = 70);

create unique index notices_once on notices (owner, cause, receiver) where gone_at is null;
create index notices_due on notices (next_at) where next_at is not null;
create index notices_of_owner on notices (owner, at);
create index notices_of_receiver on notices (receiver, at);
create index notices_gone on notices (gone_at) where gone_at is not null;
