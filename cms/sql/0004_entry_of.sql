-- Entries that are of no article, found by what they speak of: an edition's evidence names them.

create index cms_entry_credential on cms_entry (((doc(body) ->> 'credential')::bigint), seq)
  where act in ('verify credential', 'suspend credential');
create index cms_entry_appointment on cms_entry (((doc(body) ->> 'appointment')::bigint), seq) where act = 'appoint';
