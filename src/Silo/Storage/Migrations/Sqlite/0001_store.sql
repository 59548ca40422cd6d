-- Instants are Unix milliseconds, flags are 0 or 1, JSON is text that no query looks into.
-- Tables and columns have the same names in PostgreSQL.

-- The application id tells a store of Dispatch from any other SQLite file ('DSPT').
pragma application_id = 1146310740;

create table store (
  id integer primary key check (id = 1),
  epoch text not null
);

insert into store (id, epoch) values (1, lower(hex(randomblob(8))));

create table owners (
  id text not null primary key,
  version integer not null,
  last_seq integer not null,
  number text,
  street text not null,
  community text,
  grid text,
  type text,
  status text,
  level text,
  officers text not null,
  reported_by text,
  opened_at integer,
  open integer not null,
  overdue integer not null,
  footing integer not null,
  search_text text,
  snapshot text not null
);

create index owners_newest on owners (opened_at, id) where opened_at is not null;
create index owners_newest_of_street on owners (street, opened_at, id) where opened_at is not null;
create index owners_newest_of_reporter on owners (reported_by, opened_at, id) where reported_by is not null;
create index owners_open on owners (street) where open = 1 and opened_at is not null;

create table events (
  owner text not null,
  seq integer not null,
  version integer not null,
  name text not null,
  at integer not null,
  occurred_at integer,
  actor text not null,
  data text not null,
  command_actor text,
  command_key text,
  command_hash text,
  primary key (owner, seq)
) without rowid;

-- A command counts once: its mark stands on the first event of the commit that it caused.
create unique index events_command on events (owner, command_actor, command_key) where command_key is not null;

create table deadlines (
  owner text not null,
  clock text not null,
  generation integer not null,
  mark integer not null,
  due_at integer not null,
  leased_by text,
  leased_until integer,
  primary key (owner, clock)
) without rowid;

create index deadlines_due on deadlines (due_at);

-- One row per street, written last in every commit: numbers taken from it have no gaps and become visible in order.
-- Entries of the feed up to kept_after are not whole any more; boards before kept_since cannot be told.
create table streets (
  id text not null primary key,
  feed_at integer not null,
  fired integer not null,
  last_at integer not null,
  kept_after integer not null default 0,
  kept_since integer
) without rowid;

create table case_numbers (
  street text not null,
  year integer not null,
  last integer not null,
  primary key (street, year)
) without rowid;

create table feed_entries (
  street text not null,
  at integer not null,
  case_id text not null,
  number text,
  committed_at integer not null,
  gone integer not null,
  row text not null,
  primary key (street, at)
) without rowid;

create table policies (
  id text not null,
  version text not null,
  json text not null,
  primary key (id, version)
) without rowid;

create table users (
  name_key text not null primary key,
  user_name text not null,
  display_name text not null,
  role text not null,
  area text,
  password_hash text,
  enabled integer not null,
  stamp text not null,
  demo integer not null
) without rowid;

create table secrets (
  name text not null primary key,
  value text not null
) without rowid;

create table clock_anchor (
  id integer primary key check (id = 1),
  real_at integer not null,
  virtual_at integer not null,
  speed text not null
);
