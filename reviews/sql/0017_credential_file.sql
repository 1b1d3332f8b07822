-- What an officer looked at when they checked a credential: a copy, kept for compliance alone. Evidence, and nothing that the
-- gate or readers ask. It lies in the database, so that every backup has it.

create function file_kind(p_content bytea) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- What its first bytes say that it is, whatever its name says; null: nothing that is kept here.
  select case
    when substring(p_content for 5) = '\x255044462d'::bytea then 'application/pdf'
    when substring(p_content for 8) = '\x89504e470d0a1a0a'::bytea then 'image/png'
    when substring(p_content for 3) = '\xffd8ff'::bytea then 'image/jpeg' end
$$;

alter table reviews_verification add constraint verified_by_this_officer unique (id, officer_id);

create table reviews_credentialfile (
  id bigint generated always as identity primary key,
  verification_id bigint not null,
  officer_id bigint not null,
  name text not null,
  content bytea not null,
  attached_at timestamptz not null default clock_timestamp(),
  digest bytea not null generated always as (sha256(content)) stored,
  kind text generated always as (file_kind(content)) stored,
  size int not null generated always as (length(content)) stored,
  constraint attached_by_who_checked foreign key (verification_id, officer_id) references reviews_verification (id, officer_id),
  constraint file_is_pdf_png_or_jpeg check (file_kind(content) is not null),
  constraint file_is_small check (length(content) <= 5000000),
  constraint file_name_is_plain check ((length(name) <= 100 and says_something(name) and nothing_invisible(name)
    and name !~ '[<>/\\"[:cntrl:]]') is true),
  constraint file_attached_once unique (verification_id, digest)
);
comment on column reviews_credentialfile.content is 'No login role can read it: act.fetch_file gives it to an officer.';
