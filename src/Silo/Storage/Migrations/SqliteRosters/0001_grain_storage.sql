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
  GrainIdN0 integer not null,
  GrainIdN1 integer not null,
  GrainTypeString text not null,
  GrainIdExtensionString text,
  ServiceId text not null,
  PayloadBinary blob,
  Version integer not null
);

create unique index if not exists OrleansStorage_once on OrleansStorage
  (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, coalesce(GrainIdExtensionString, ''), ServiceId);

insert into OrleansQuery (QueryKey, QueryText) values
('WriteToStorageKey', '
  insert into OrleansStorage
    (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, Version)
  select @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary,
    coalesce(@GrainStateVersion, 0) + 1
  where @GrainStateVersion is null or exists (
    select 1 from OrleansStorage
    where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
      and GrainTypeString = @GrainTypeString and coalesce(GrainIdExtensionString, '''') = coalesce(@GrainIdExtensionString, '''')
      and ServiceId = @ServiceId)
  on conflict do update set PayloadBinary = excluded.PayloadBinary, Version = excluded.Version
    where OrleansStorage.Version = @GrainStateVersion
  returning Version as NewGrainStateVersion'),
('ReadFromStorageKey', '
  select PayloadBinary, Version from OrleansStorage
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and coalesce(GrainIdExtensionString, '''') = coalesce(@GrainIdExtensionString, '''')
    and ServiceId = @ServiceId'),
('ClearStorageKey', '
  update OrleansStorage set PayloadBinary = null, Version = Version + 1
  where GrainIdHash = @GrainIdHash and GrainTypeHash = @GrainTypeHash and GrainIdN0 = @GrainIdN0 and GrainIdN1 = @GrainIdN1
    and GrainTypeString = @GrainTypeString and coalesce(GrainIdExtensionString, '''') = coalesce(@GrainIdExtensionString, '''')
    and ServiceId = @ServiceId and Version = @GrainStateVersion
  returning Version as NewGrainStateVersion')
on conflict (QueryKey) do update set QueryText = excluded.QueryText;
