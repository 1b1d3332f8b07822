-- That compliance asked for passkeys: from then on each signature on an article is made with one. The policies that it adopted
-- with that name it; for the rest they are as those before them.

create table reviews_passkeysasked (
  id bigint generated always as identity primary key,
  by_id bigint not null references cms_person,
  at timestamptz not null default clock_timestamp(),
  origin text not null,
  reason text not null,
  constraint reason_is_given check (says_something(reason))
);

comment on column reviews_passkeysasked.origin is 'The site''s address, where the passkeys answer that were enough.';

alter table reviews_policy add column asked_id bigint references reviews_passkeysasked;
comment on column reviews_policy.asked_id is 'The officer''s act that adopted it; null: it came with the data files, by a set-up.';
