-- The order in which rules were adopted. A publication notes the newest rule that it could know of; every read asks it for
-- all later ones, and need not ask again for those before. Numbers are given one after the other, also to two transactions
-- at once, so that no rule comes to light with a number that somebody thought they had seen. Rules from before are 0, and
-- publications from before are asked for all.

create table articles_rulebook (
  version bigint primary key,
  at timestamptz not null default clock_timestamp()
);
comment on table articles_rulebook is 'A row for each rule adopted, in the order of adoption.';
insert into articles_rulebook (version) values (0);

alter table articles_disclaimer add column rulebook bigint not null default 0;
alter table articles_disclaimer alter column rulebook drop default,
  add constraint numbered_in_the_rulebook foreign key (rulebook) references articles_rulebook;
alter table articles_statement add column rulebook bigint not null default 0;
alter table articles_statement alter column rulebook drop default,
  add constraint numbered_in_the_rulebook foreign key (rulebook) references articles_rulebook;
alter table articles_publication add column rulebook bigint not null default -1;
alter table articles_publication alter column rulebook drop default;

-- Where lists find what may be shown: by topic ('' for all), newest first. It decides nothing: whoever reads it asks the
-- gate for each row.

create table articles_listing (
  topic text not null,
  starts_at timestamptz not null,
  publication_id bigint not null references articles_publication,
  ends_at timestamptz not null,
  primary key (topic, starts_at, publication_id) include (ends_at)
);
insert into articles_listing (topic, starts_at, publication_id, ends_at)
select topic, p.starts_at, p.id, p.ends_at
from articles_publication p join articles_edition e on e.id = p.edition_id, unnest(e.topics || ''::text) topic
where e.kind = 'article';

create index articles_publication_edition on articles_publication (edition_id);
drop index articles_publication_by_start;

-- What lists say of an edition, without reading its text.
alter table articles_edition
  add column named_topics jsonb not null generated always as (doc(content) -> 'topics') stored;

-- The same words as before, read once and not once for each piece.
create or replace function author_words(d jsonb) returns tsvector[]
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp as $$
  -- Three readings: a raised or lowered letter joined to its word, parted from it, and left out ("depression<sup>1").
  with every as materialized (
    select string_to_array(public.plain_words(public.author_text(d, '')) || ' | '
             || public.plain_words(public.author_text(d, ' ')) || ' | '
             || public.plain_words(public.author_text(d || jsonb_build_object('html',
                  regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\1>', '', 'gi')), ' ')), ' ') as words)
  select coalesce(array_agg(to_tsvector('pg_catalog.simple', array_to_string(words[at:at + 229], ' '))), '{}')
  from every, generate_series(1, cardinality(words), 200) at
$$;
