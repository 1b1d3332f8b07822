-- What readers' questions look things up by.

-- An address is found by way of this table alone. Its key knows from when on: of an address that was never public, or is not
-- yet, no row is read, so that what a question costs does not tell it from an address of nothing.
create table articles_publicaddress (
  slug text not null,
  starts_at timestamptz not null,
  publication_id bigint not null,
  article_id bigint not null,
  primary key (slug, starts_at, publication_id),
  constraint own_address foreign key (slug, article_id) references articles_address (slug, article_id),
  constraint of_this_article foreign key (publication_id, article_id) references articles_publication (id, article_id)
);
comment on table articles_publicaddress is 'The address of every publication of an article, from its start on.';
insert into articles_publicaddress (slug, starts_at, publication_id, article_id)
select e.slug, p.starts_at, p.id, p.article_id
from articles_publication p join articles_edition e on e.id = p.edition_id
where e.kind = 'article';

-- A publication that starts later is passed over without being read.
create index articles_publication_started on articles_publication (article_id, id desc, starts_at);
drop index articles_publication_newest;

-- Which sets of statements there are: few, however many editions.
create index articles_edition_statements on articles_edition (statements) where kind = 'article';
