-- Photos by the SHA-256 of their bytes. Unused is 1 until trimming has found the piece in a case's snapshot.
create table evidence (
  id text collate "C" not null primary key,
  type text not null,
  bytes bigint not null,
  width bigint not null,
  height bigint not null,
  whole bigint not null,
  unused bigint not null,
  last_at bigint not null
);

create index evidence_unused on evidence (last_at) where unused = 1;

create table evidence_uploads (
  id text collate "C" not null,
  uploaded_by text collate "C" not null,
  uploaded_at bigint not null,
  primary key (id, uploaded_by)
);

create index evidence_uploads_of_user on evidence_uploads (uploaded_by);

-- Cases that asked for a piece before the commit that may attach it.
create table evidence_claims (
  id text collate "C" not null,
  owner text collate "C" not null,
  primary key (id, owner)
);

-- Photos are compressed already.
create table evidence_parts (
  id text collate "C" not null,
  part bigint not null,
  content bytea not null,
  primary key (id, part)
);

alter table evidence_parts alter column content set storage external;
