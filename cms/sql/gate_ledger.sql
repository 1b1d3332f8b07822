create function gate.root(p_size bigint) returns bytea
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
-- The Merkle root (RFC 6962) of the first p_size entries; null for none, or for more than there are.
declare
  root bytea;
  peak bytea;
  subtrees bigint := p_size;
  height smallint := 0;
begin
  while subtrees > 0 loop
    if subtrees % 2 = 1 then
      select n.hash into peak from cms_node n where n.level = height and n.index = subtrees - 1;
      if not found then
        return null;
      end if;
      root := case when root is null then peak else sha256('\x01'::bytea || peak || root) end;
    end if;
    subtrees := subtrees / 2;
    height := height + 1;
  end loop;
  return root;
end $$;

set local role leaf_acts;

create function act.refuse(rule text, message text, quoted text default '') returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
-- Refuses by name. The application has a sentence for each rule; what was found it quotes.
begin
  raise exception '%', message using errcode = '23514', constraint = rule, hint = quoted;
end $$;

create function act.grow(p_seq bigint, p_body bytea) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- Adds an entry to the tree: its leaf, and every subtree that it completes.
declare
  height smallint := 0;
  place bigint := p_seq;
  subtree bytea := sha256('\x00'::bytea || p_body);
begin
  insert into cms_node (level, index, hash) values (height, place, subtree);
  while place % 2 = 1 loop
    select sha256('\x01'::bytea || n.hash || subtree) into strict subtree
    from cms_node n where n.level = height and n.index = place - 1;
    height := height + 1;
    place := place / 2;
    insert into cms_node (level, index, hash) values (height, place, subtree);
  end loop;
end $$;

create function act.enter(p_act text, p_actor bigint, p_facts jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, act, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
-- Appends to the ledger. Its lock is always the last one that an act takes, and is held until the act is committed.
-- A reason among the facts stays in its column; the entry gets its salted digest.
declare
  last record;
  n bigint;
  at timestamptz;
  reason text := coalesce(p_facts ->> 'reason', '');
  salt bytea := case when reason <> '' then uuid_send(gen_random_uuid()) end;
  entry bytea;
begin
  perform from cms_chain for update;
  select seq, hash into last from cms_entry order by seq desc limit 1;
  n := coalesce(last.seq + 1, 0);
  at := clock_timestamp();
  entry := convert_to(canonical(jsonb_strip_nulls(
    p_facts || jsonb_build_object('reason', encode(sha256(salt || convert_to(reason, 'UTF8')), 'hex')))
    || jsonb_build_object('seq', n, 'act', p_act, 'actor', p_actor, 'login', session_user,
      'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), 'UTF8');
  begin
    insert into cms_entry (seq, prev_hash, at, body, reason, salt)
    values (n, coalesce(last.hash, decode(repeat('00', 32), 'hex')), at, entry, reason, salt);
  exception when unique_violation then
    raise exception 'a newer act was entered meanwhile' using errcode = '40001', hint = 'Try the whole transaction again.';
  end;
  perform act.grow(n, entry);
end $$;

create function act.publish_checkpoint(p_note text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- Keeps a signed root of the ledger for the public. Who signed it, the public checks; the database, that it is a root of
-- this ledger, and newer than the last. Returns its size.
declare
  lines text[] := string_to_array(p_note, E'\n');
  n bigint;
begin
  if (cardinality(lines) = 6 and lines[1] ~ '^[a-z0-9.:/-]{1,100}$' and lines[2] ~ '^[1-9][0-9]{0,17}$' and lines[4] = ''
      and lines[5] ~ '^— [a-z0-9.:/-]{1,100} [A-Za-z0-9+/]{1,200}={0,2}$' and split_part(lines[5], ' ', 2) = lines[1]
      and lines[6] = '') is not true then
    perform act.refuse('checkpoint_is_a_signed_note', 'it is no signed note of origin, size and root');
  end if;
  n := lines[2]::bigint;
  if (lines[3] = encode(gate.root(n), 'base64')) is not true then
    perform act.refuse('checkpoint_of_this_ledger', 'it is no root of this ledger');
  end if;
  perform from cms_chain for update;
  if exists (select from cms_checkpoint where split_part(note, E'\n', 1) <> lines[1]) then
    perform act.refuse('checkpoint_of_this_ledger', 'earlier checkpoints name another origin');
  end if;
  if exists (select from cms_checkpoint where size >= n) then
    perform act.refuse('checkpoints_grow', 'there is a checkpoint of that size or larger');
  end if;
  insert into cms_checkpoint (size, root, note, at) values (n, gate.root(n), p_note, clock_timestamp());
  perform act.enter('checkpoint', null, jsonb_build_object('size', n, 'root', encode(gate.root(n), 'hex')));
  return n;
end $$;

reset role;

create function live.checkpoint() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The newest checkpoint, as it was signed; null if there is none.
  select note from cms_checkpoint order by size desc limit 1
$$;

create function live.nodes(p_levels smallint[], p_indices bigint[]) returns table (level smallint, index bigint, hash bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The hashes at these places of the tree, no more of it than is signed: what proofs about checkpoints are made of.
  select n.level, n.index, n.hash
  from unnest(p_levels, p_indices) w (level, index) join cms_node n using (level, index)
  where (n.index + 1) * (1::bigint << n.level) <= (select max(size) from cms_checkpoint)
$$;
