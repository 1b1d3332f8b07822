-- What a publication rests on: every sign-off that stood for its edition when it was made. When one of them is revoked, or
-- its credential suspended, that publication is over for good. A later signature brings no page back: an editor publishes.

alter table articles_publication add constraint publication_of_edition unique (id, edition_id, digest);
alter table reviews_signoff add constraint sign_off_of_edition unique (id, edition_id, digest);

create table reviews_basis (
  publication_id bigint not null,
  sign_off_id bigint not null,
  edition_id bigint not null,
  digest bytea not null,
  primary key (publication_id, sign_off_id),
  constraint of_this_publication foreign key (publication_id, edition_id, digest)
    references articles_publication (id, edition_id, digest),
  constraint signed_that_edition foreign key (sign_off_id, edition_id, digest)
    references reviews_signoff (id, edition_id, digest)
);

-- Publications from before this table rest on what stood then.
insert into reviews_basis (publication_id, sign_off_id, edition_id, digest)
select p.id, s.id, p.edition_id, p.digest
from articles_publication p
join reviews_signoff s on s.edition_id = p.edition_id and s.digest = p.digest and s.signed_at <= p.published_at
where not exists (select from reviews_revocation r where r.sign_off_id = s.id and r.at <= p.published_at)
  and not exists (select from reviews_suspension u where u.credential_id = s.credential_id and u.at <= p.published_at);
