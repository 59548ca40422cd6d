-- When the service was unreachable or refused. Of the whole city where there is no street. The one row of heartbeat is its last sign of life.
create table outages (
  id integer primary key,
  street text,
  from_at integer not null,
  to_at integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_at integer not null
);

create index outages_ended on outages (to_at);

create table heartbeat (
  id integer primary key check (id = 1),
  at integer not null
);

-- What the morning page looks for among all events.
create index events_missed on events (at, owner) where name in ('DeadlineMissed', 'EscalationAnswered');
create index events_carded on events (at, owner) where name in ('CardIssued', 'CardProposed');
