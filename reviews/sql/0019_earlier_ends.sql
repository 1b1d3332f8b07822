-- A passkey can be ended again, but only from an earlier instant: whoever stole it may have ended it first, from too late, to
-- keep what they signed with it. The earliest end counts, so none is ever put off or taken back. Each end but the first names
-- the one than which it is earlier, and no two name the same.
alter table reviews_passkeyend drop constraint reviews_passkeyend_pkey;
alter table reviews_passkeyend alter column passkey_id set not null;
alter table reviews_passkeyend
  add column id bigint generated always as identity primary key,
  add column earlier_than timestamptz,
  add constraint one_end_from_an_instant unique (passkey_id, ends_at),
  add constraint ended_in_turn unique nulls not distinct (passkey_id, earlier_than),
  add constraint earlier_than_an_end foreign key (passkey_id, earlier_than) references reviews_passkeyend (passkey_id, ends_at),
  add constraint ends_ever_earlier check ((earlier_than is null or ends_at < earlier_than) is true);
