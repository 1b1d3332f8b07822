-- A change sign-off: one reviewer's signature on a fix, of the meaning "change". A fix has no other, and nothing else has
-- it. It asks for who may sign for medical accuracy, and it ends no later than the policy lets any signature of that day.

alter table reviews_signoff
  add column root_id bigint not null default 0,
  add column fix_id bigint generated always as (case when meaning = 'change' then edition_id end) stored,
  add constraint of_this_root foreign key (edition_id, root_id) references articles_edition (id, root_id),
  add constraint of_a_known_fix foreign key (fix_id) references articles_fix,
  drop constraint meaning_is_asked_for,
  add constraint meaning_is_asked_for check ((case when root_id = 0 then meaning = any (requires) and meaning <> 'change'
    else meaning = 'change' and 'medical accuracy' = any (requires) end) is true),
  drop constraint qualified_for_this_meaning,
  add constraint qualified_for_this_meaning check ((
    not signers -> (case meaning when 'change' then 'medical accuracy' else meaning end) ? 'by'
    or signers -> (case meaning when 'change' then 'medical accuracy' else meaning end) -> 'by' ? qualification) is not false),
  drop constraint credential_covers_the_topics,
  add constraint credential_covers_the_topics check ((
    case coalesce(signers -> (case meaning when 'change' then 'medical accuracy' else meaning end) ->> 'covers', 'all')
    when 'all' then topics <@ specialties when 'any' then topics && specialties when 'none' then true end) is true),
  drop constraint within_the_policy,
  add constraint within_the_policy check ((case when meaning = 'change'
    then signed_at < ends_at and review_due_at <= ends_at
      and ends_at <= (signed_at at time zone 'UTC' + ends_after) at time zone 'UTC'
    else review_due_at = (signed_at at time zone 'UTC' + review_after) at time zone 'UTC'
      and ends_at = (signed_at at time zone 'UTC' + ends_after) at time zone 'UTC' end) is true);
alter table reviews_signoff alter column root_id drop default;

-- A publication of a fix rests on its change sign-off and on the sign-offs of its root: `on_root` says which a row names.
alter table reviews_basis
  add column root_id bigint not null default 0,
  add column root_digest bytea not null default '',
  add column on_root boolean not null default false,
  add column signed_edition_id bigint not null generated always as (case when on_root then root_id else edition_id end) stored,
  add column signed_digest bytea not null generated always as (case when on_root then root_digest else digest end) stored,
  add constraint of_this_root foreign key (edition_id, root_id, root_digest)
    references articles_edition (id, root_id, root_digest),
  drop constraint signed_that_edition,
  add constraint signed_that_edition foreign key (sign_off_id, signed_edition_id, signed_digest)
    references reviews_signoff (id, edition_id, digest);
