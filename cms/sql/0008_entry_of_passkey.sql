-- Entries about passkeys and root keys, found by what they speak of, as those about credentials: an edition's evidence names them.

create index cms_entry_passkey on cms_entry (((doc(body) ->> 'passkey')::bigint), seq)
  where act in ('add passkey', 'certify officer', 'certify reviewer', 'end passkey');
create index cms_entry_root on cms_entry (((doc(body) ->> 'root')::bigint)) where act = 'trust root';
