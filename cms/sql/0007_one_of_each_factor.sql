-- The package's index, in the words that PostgreSQL itself says it in after a dump and a restore: the manifest compares words.
drop index unique_authenticator_type;
create unique index unique_authenticator_type on mfa_authenticator (user_id, type)
  where type::text = any (array['totp'::text, 'recovery_codes'::text]);
