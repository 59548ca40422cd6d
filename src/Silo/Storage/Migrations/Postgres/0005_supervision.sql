-- When the service was unreachable or refused. Of the whole city where there is no street. The one row of heartbeat is its last sign of life.
create table outages (
  id bigint generated always as identity primary key,
  street text collate "C",
  from_at bigint not null,
  to_at bigint not null,
  reason text not null,
  recorded_by text not null,
  recorded_at bigint not null
);

create index outages_ended on outages (to_at);

create table heartbeat (
  id bigint primary key check (id = 1),
  at bigint not null
) with (fillfactor = 10);

-- What the morning page looks for among all events.
create index events_missed on events (at, owner) where name in ('DeadlineMissed', 'EscalationAnswered');
create index events_carded on events (at, owner) where name in ('CardIssued', 'CardProposed');
