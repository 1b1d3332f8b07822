-- What a reader's process may remember of the gate's answer, and when that says nothing any more.

create function live.seen() returns text
language sql stable begin atomic
  -- What this statement sees of the database, as a text: while it is the same, no transaction has ended in between, of
  -- whomever, so every row is as it was. It begins with the last checkpoint of the server's log, for numbers of transactions
  -- may come again after a crash, and recovery ends with a checkpoint. Null where it does not say all: in a transaction that wrote something itself, and on a replica, whose snapshots
  -- do not name the transactions that run.
  select case when pg_current_xact_id_if_assigned() is null and not pg_is_in_recovery() then
    concat(extract(epoch from pg_postmaster_start_time()), '-', (select checkpoint_lsn from pg_control_checkpoint()), ' ',
           pg_current_snapshot()) end;
end;

create function live.asked_before(p_seen text, p_until timestamptz) returns boolean
language sql stable begin atomic
  -- Whether the gate would answer again what it answered when live.condition() gave these two.
  select coalesce(p_seen = live.seen() and clock_timestamp() < p_until, false);
end;

create function live.condition(p_slug text) returns table (condition text, seen text, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, live, pg_temp
set plan_cache_mode = force_generic_plan as $$
-- The condition of the article that this address shows now (null if none), and until when it will be the same if nothing is
-- written: for a minute, if the gate says the same of the instant a minute from now, and no rule begins in between: a rule's
-- next version may end again what the one before it began. All else that time alone decides holds from an instant or until
-- one, and an older publication never comes back, so what is the same at both ends of the minute is the same within it. No
-- row that is written later is known now: hence `seen`.
declare
  at timestamptz := clock_timestamp();
  later timestamptz := at + interval '1 minute';
begin
  condition := gate.condition_at(p_slug, at);
  if condition = gate.condition_at(p_slug, later)
     and not exists (select from articles_disclaimer d, unnest(array[d.adopted_at, d.binding_at]) begins
                     where begins > at and begins <= later)
     and not exists (select from articles_statement s, unnest(array[s.adopted_at, s.binding_at]) begins
                     where begins > at and begins <= later) then
    seen := live.seen();
    until := later;
  end if;
  return next;
end $$;
