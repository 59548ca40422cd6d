-- Photos by the SHA-256 of their bytes. Unused is 1 until trimming has found the piece in a case's snapshot.
create table evidence (
  id text not null primary key,
  type text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  whole integer not null,
  unused integer not null,
  last_at integer not null
) without rowid;

create index evidence_unused on evidence (last_at) where unused = 1;

create table evidence_uploads (
  id text not null,
  uploaded_by text not null,
  uploaded_at integer not null,
  primary key (id, uploaded_by)
) without rowid;

create index evidence_uploads_of_user on evidence_uploads (uploaded_by);

-- Cases that asked for a piece before the commit that may attach it.
create table evidence_claims (
  id text not null,
  owner text not null,
  primary key (id, owner)
) without rowid;

-- Rows of a quarter of a megabyte are better off outside the tree of keys.
create table evidence_parts (
  id text not null,
  part integer not null,
  content blob not null,
  primary key (id, part)
);
