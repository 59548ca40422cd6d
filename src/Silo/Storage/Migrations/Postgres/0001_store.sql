-- Instants are Unix milliseconds, flags are 0 or 1, JSON is text that no query looks into.
-- Tables and columns have the same names in SQLite. Ids compare byte by byte, which is quicker and the same everywhere.

create table store (
  id bigint primary key check (id = 1),
  epoch text not null
);

insert into store (id, epoch) values (1, substr(replace(gen_random_uuid()::text, '-', ''), 1, 16));

-- Room on each page lets a new version of a row stay beside the old one, without touching an index.
create table owners (
  id text collate "C" not null primary key,
  version bigint not null,
  last_seq bigint not null,
  number text collate "C",
  street text collate "C" not null,
  community text collate "C",
  grid text collate "C",
  type text collate "C",
  status text collate "C",
  level text collate "C",
  officers text collate "C" not null,
  reported_by text collate "C",
  opened_at bigint,
  open bigint not null,
  overdue bigint not null,
  footing bigint not null,
  search_text text collate "C",
  snapshot text collate "C" not null
) with (fillfactor = 70);

create index owners_newest on owners (opened_at, id) where opened_at is not null;
create index owners_newest_of_street on owners (street, opened_at, id) where opened_at is not null;
create index owners_newest_of_reporter on owners (reported_by, opened_at, id) where reported_by is not null;
create index owners_open on owners (street) where open = 1 and opened_at is not null;

create table events (
  owner text collate "C" not null,
  seq bigint not null,
  version bigint not null,
  name text collate "C" not null,
  at bigint not null,
  occurred_at bigint,
  actor text collate "C" not null,
  data text collate "C" not null,
  command_actor text collate "C",
  command_key text collate "C",
  command_hash text collate "C",
  primary key (owner, seq)
);

-- A command counts once: its mark stands on the first event of the commit that it caused.
create unique index events_command on events (owner, command_actor, command_key) where command_key is not null;

create table deadlines (
  owner text collate "C" not null,
  clock text collate "C" not null,
  generation bigint not null,
  mark bigint not null,
  due_at bigint not null,
  leased_by text collate "C",
  leased_until bigint,
  primary key (owner, clock)
) with (fillfactor = 70);

create index deadlines_due on deadlines (due_at);

-- One row per street, written last in every commit: numbers taken from it have no gaps and become visible in order.
-- Entries of the feed up to kept_after are not whole any more; boards before kept_since cannot be told.
create table streets (
  id text collate "C" not null primary key,
  feed_at bigint not null,
  fired bigint not null,
  last_at bigint not null,
  kept_after bigint not null default 0,
  kept_since bigint
) with (fillfactor = 10);

create table case_numbers (
  street text collate "C" not null,
  year bigint not null,
  last bigint not null,
  primary key (street, year)
) with (fillfactor = 10);

create table feed_entries (
  street text collate "C" not null,
  at bigint not null,
  case_id text collate "C" not null,
  number text collate "C",
  committed_at bigint not null,
  gone bigint not null,
  row text collate "C" not null,
  primary key (street, at)
);

create table policies (
  id text collate "C" not null,
  version text collate "C" not null,
  json text collate "C" not null,
  primary key (id, version)
);

create table users (
  name_key text collate "C" not null primary key,
  user_name text not null,
  display_name text not null,
  role text not null,
  area text,
  password_hash text,
  enabled bigint not null,
  stamp text not null,
  demo bigint not null
);

create table secrets (
  name text collate "C" not null primary key,
  value text not null
);

create table clock_anchor (
  id bigint primary key check (id = 1),
  real_at bigint not null,
  virtual_at bigint not null,
  speed text not null
);
