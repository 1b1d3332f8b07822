-- The ledger as a Merkle tree (RFC 6962): whoever kept one of its roots can tell later whether the ledger was rewritten or
-- shortened. And reasons apart from it: an entry holds the salted digest of its reason, so that it can be shown to anybody.

create table cms_node (
  level smallint not null check (level between 0 and 62),
  index bigint not null check (index >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);
comment on table cms_node is
  'The hash over the entries index * 2^level up to (index + 1) * 2^level - 1: every complete subtree, the leaves included.';

create table cms_checkpoint (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  note text not null,
  at timestamptz not null
);
comment on table cms_checkpoint is 'Roots of the tree, signed outside: origin, size, root and signatures, as a signed note.';

create table cms_chain (
  single boolean primary key default true check (single),
  row_lock smallint not null default 0
);
insert into cms_chain default values;
comment on table cms_chain is 'One row. Whoever appends to the ledger holds it; only the acts can.';

alter table cms_entry
  alter column reason drop expression,
  alter column reason set default '',
  add column salt bytea check (length(salt) = 16),
  add constraint entry_holds_its_reason check ((
    coalesce(doc(body) ->> 'reason', '') = case when salt is null then reason
      else encode(sha256(salt || convert_to(reason, 'UTF8')), 'hex') end) is true);
