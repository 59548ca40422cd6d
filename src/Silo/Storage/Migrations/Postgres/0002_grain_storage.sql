-- State without clocks, kept by Orleans' AdoNet grain storage. Names of parameters and of the columns that queries answer
-- with are Orleans'. The unique index is ours: two first writes at once must not leave two rows, which no read survives.
-- No row is answered where the expected version is not the stored one, which Orleans takes as lost.

create table if not exists OrleansQuery (
  QueryKey text not null primary key,
  QueryText text not null
);

create table if not exists OrleansStorage (
  GrainIdHash integer not null,
  GrainTypeHash integer not null,
  GrainIdN0 bigint not null,
  GrainIdN1 bigint not null,
  GrainTypeString text not null,
  GrainIdExtensionString text,
  ServiceId text not null,
  PayloadBinary bytea,
  Version integer not null
);

create unique index if not exists OrleansStorage_once on OrleansStorage
  (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, coalesce(GrainIdExtensionString, ''), ServiceId);

insert into OrleansQuery (QueryKey, QueryText) values
('WriteToStorageKey', '
  with changed as (
    update OrleansStorage set PayloadBinary = @PayloadBinary, Version = Version + 1
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainTypeString = @GrainTypeString
      and coalesce(GrainIdExtensionString, '''') = coalesce(@GrainIdExtensionString::text, '''')
      and ServiceId = @ServiceId and Version = @GrainStateVersion::integer
    returning Version
  ), added as (
    insert into OrleansStorage
      (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, Version)
    select @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, @GrainIdExtensionString::text, @ServiceId,
      @PayloadBinary, 1
    where @GrainStateVersion::integer is null
    on conflict do nothing
    returning Version
  )
  select Version as NewGrainStateVersion from changed union all select Version from added'),
('ReadFromStorageKey', '
  select PayloadBinary, Version from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString
    and coalesce(GrainIdExtensionString, '''') = coalesce(@GrainIdExtensionString::text, '''')
    and ServiceId = @ServiceId'),
('ClearStorageKey', '
  update OrleansStorage set PayloadBinary = null, Version = Version + 1
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString
    and coalesce(GrainIdExtensionString, '''') = coalesce(@GrainIdExtensionString::text, '''')
    and ServiceId = @ServiceId and Version = @GrainStateVersion::integer
  returning Version as NewGrainStateVersion'),
('DeleteStorageKey', '
  delete from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString
    and coalesce(GrainIdExtensionString, '''') = coalesce(@GrainIdExtensionString::text, '''')
    and ServiceId = @ServiceId and Version = @GrainStateVersion::integer
  returning Version + 1 as NewGrainStateVersion')
on conflict (QueryKey) do update set QueryText = excluded.QueryText;
