-- Signed messages of other systems that came, so that none counts twice. Seen_at is real time.
create table source_nonces (
  source text not null,
  nonce text not null,
  seen_at integer not null,
  primary key (source, nonce)
) without rowid;

create index source_nonces_seen on source_nonces (seen_at);
