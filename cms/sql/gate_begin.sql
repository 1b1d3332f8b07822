-- The gate is built anew at every set-up, in one transaction: what the code says is what stands.
--   act   the acts: the only way to make evidence. Their functions belong to leaf_acts, which may select and insert.
--   gate  the questions that acts ask, and those of the public. Nobody but app and acts may call them by name.
--   live  the questions of the public. All that leaf_reader may ask.
--   secret  counters of wrong signing secrets, which no rollback undoes. Kept.

drop schema if exists act cascade;
drop schema if exists gate cascade;
drop schema if exists live cascade;
create schema act;
create schema gate;
create schema live;
create schema if not exists secret;
grant usage, create on schema secret to leaf_acts;
grant usage, create on schema act to leaf_acts;
grant usage on schema gate to leaf_acts;
alter default privileges revoke execute on functions from public;
set local role leaf_acts;
alter default privileges revoke execute on functions from public;
reset role;
