-- Which silos are alive, kept by Orleans' AdoNet clustering. Names of parameters and of the columns that queries answer with
-- are Orleans'. Every change of the table moves its version on, and one that was decided on an older version changes nothing.

create table if not exists OrleansMembershipVersionTable (
  DeploymentId text not null primary key,
  Timestamp timestamptz not null default now(),
  Version integer not null default 0
);

create table if not exists OrleansMembershipTable (
  DeploymentId text not null references OrleansMembershipVersionTable (DeploymentId),
  Address text not null,
  Port integer not null,
  Generation integer not null,
  SiloName text not null,
  HostName text not null,
  Status integer not null,
  ProxyPort integer,
  SuspectTimes text,
  StartTime timestamptz not null,
  IAmAliveTime timestamptz not null,
  primary key (DeploymentId, Address, Port, Generation)
);

insert into OrleansQuery (QueryKey, QueryText) values
('InsertMembershipVersionKey', '
  with added as (
    insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId) on conflict do nothing returning 1
  )
  select count(*)::integer from added'),
('InsertMembershipKey', '
  with moved as (
    update OrleansMembershipVersionTable set Version = Version + 1, Timestamp = now()
    where DeploymentId = @DeploymentId and Version = @Version and not exists (
      select 1 from OrleansMembershipTable
      where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
    returning 1
  ), added as (
    insert into OrleansMembershipTable
      (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    from moved
    returning 1
  )
  select count(*)::integer from added'),
('UpdateMembershipKey', '
  with moved as (
    update OrleansMembershipVersionTable set Version = Version + 1, Timestamp = now()
    where DeploymentId = @DeploymentId and Version = @Version
    returning 1
  ), changed as (
    update OrleansMembershipTable set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
    from moved
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
    returning 1
  )
  select count(*)::integer from changed'),
('UpdateIAmAlivetimeKey', '
  update OrleansMembershipTable set IAmAliveTime = @IAmAliveTime
  where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation'),
('MembershipReadRowKey', '
  select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
    m.StartTime, m.IAmAliveTime, v.Version
  from OrleansMembershipVersionTable v
  left join OrleansMembershipTable m
    on m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
  where v.DeploymentId = @DeploymentId'),
('MembershipReadAllKey', '
  select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
    m.StartTime, m.IAmAliveTime, v.Version
  from OrleansMembershipVersionTable v
  left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
  where v.DeploymentId = @DeploymentId'),
('GatewaysQueryKey', '
  select Address, ProxyPort, Generation from OrleansMembershipTable
  where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0'),
('DeleteMembershipTableEntriesKey', '
  with gone as (delete from OrleansMembershipTable where DeploymentId = @DeploymentId)
  delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId'),
('CleanupDefunctSiloEntriesKey', '
  delete from OrleansMembershipTable
  where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3')
on conflict (QueryKey) do update set QueryText = excluded.QueryText;
