-- Signed messages of other systems that came, so that none counts twice. Seen_at is real time.
create table source_nonces (
  source text collate "C" not null,
  nonce text collate "C" not null,
  seen_at bigint not null,
  primary key (source, nonce)
);

create index source_nonces_seen on source_nonces (seen_at);
