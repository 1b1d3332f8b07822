-- Tries to sign in and to sign anew, counted so that they can be limited: Django's cache in a table (DatabaseCache).
create table cms_tries (
  cache_key varchar(255) primary key,
  value text not null,
  expires timestamptz not null
);
create index cms_tries_expires on cms_tries (expires);
