-- What the operator does to an account, where the ledger must tell of it.

set local role leaf_acts;

create function act.free_account(p_person bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, public, act, pg_temp as $$
-- The operator takes every second factor off somebody who lost theirs. The rows are the application's; this is their record.
begin
  if not says_something(p_reason) is true then
    perform act.refuse('reason_is_given', 'no reason');
  end if;
  perform act.enter('free account', null, jsonb_build_object('person', p_person, 'reason', p_reason));
end $$;

reset role;
