-- The ledger: one global chain. The hash is generated and the link is a foreign key, so that the chain cannot be broken
-- without breaking a constraint. Only act.enter() appends; see gate_ledger.sql.

create table cms_entry (
  seq bigint primary key check (seq >= 0),
  prev_seq bigint generated always as (nullif(seq, 0) - 1) stored,
  prev_hash bytea not null check (length(prev_hash) = 32),
  at timestamptz not null,
  body bytea not null,
  hash bytea not null generated always as (sha256(prev_hash || body)) stored,
  act text not null generated always as (doc(body) ->> 'act') stored,
  actor_id bigint generated always as ((doc(body) ->> 'actor')::bigint) stored references cms_person,
  article_id bigint generated always as ((doc(body) ->> 'article')::bigint) stored,
  edition_id bigint generated always as ((doc(body) ->> 'edition')::bigint) stored,
  reason text not null generated always as (coalesce(doc(body) ->> 'reason', '')) stored,
  unique (seq, hash),
  constraint chained foreign key (prev_seq, prev_hash) references cms_entry (seq, hash),
  constraint chain_starts_once check ((seq = 0) = (prev_seq is null)),
  constraint chain_starts_at_zero check (seq > 0 or prev_hash = decode(repeat('00', 32), 'hex')),
  constraint entry_is_canonical check ((body = convert_to(canonical(doc(body)), 'UTF8')) is true),
  constraint entry_says_its_place check ((
    (doc(body) ->> 'seq')::bigint = seq
    and doc(body) ->> 'at' = to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  ) is true)
);
create index cms_entry_article on cms_entry (article_id, seq);
