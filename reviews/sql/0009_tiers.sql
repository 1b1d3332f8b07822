-- Tiers: which signatures a text needs, by whom, and for how long. A policy is a tier; the highest whose rule matches is the
-- text's. `all_of`: it matches where all of these policies do. `signers` says for a meaning whose signature counts:
--   {"second medical review": {"by": ["physician", "pharmacist"], "covers": "any"}}
-- "by" are qualifications (not said: whoever's), "covers" how many of the text's topics the specialties must hold: "all" (if
-- not said), "any" or "none".

alter table reviews_policy
  add column all_of text[] not null default '{}',
  add column signers jsonb not null default '{}',
  add constraint signers_have_their_shape check ((jsonb_typeof(signers) = 'object' and not jsonb_path_exists(signers,
    '$.* ? (!(@.type() == "object") || exists (@.keyvalue() ? (@.key != "by" && @.key != "covers"))
            || exists (@.covers ? (@ != "all" && @ != "any" && @ != "none"))
            || exists (@.by ? (@.type() != "string")))')) is true),
  add constraint signers_of_each unique (id, signers);
alter table reviews_policy alter column all_of drop default, alter column signers drop default;

-- What a credential qualifies its holder as; those from before do not say it.
alter table reviews_credential
  add column qualification text not null default 'not stated' constraint known_qualification check (qualification in (
    'not stated', 'physician', 'pharmacist', 'nurse practitioner or physician assistant', 'clinical psychologist', 'scientist',
    'lawyer or regulatory specialist')),
  add constraint qualification_of_credential unique (id, qualification);
alter table reviews_credential alter column qualification drop default;
alter table reviews_verification
  add column qualification text not null default 'not stated',
  add constraint qualification_as_registered foreign key (credential_id, qualification)
    references reviews_credential (id, qualification),
  add constraint qualification_as_verified unique (id, qualification);
alter table reviews_verification alter column qualification drop default;
alter table reviews_signoff
  add column qualification text not null default 'not stated',
  add column signers jsonb not null default '{}',
  add constraint with_this_qualification foreign key (verification_id, qualification)
    references reviews_verification (id, qualification),
  add constraint as_the_policy_says foreign key (policy_id, signers) references reviews_policy (id, signers),
  add constraint qualified_for_this_meaning check ((
    not signers -> meaning ? 'by' or signers -> meaning -> 'by' ? qualification) is not false),
  drop constraint credential_covers_the_topics,
  add constraint credential_covers_the_topics check ((case coalesce(signers -> meaning ->> 'covers', 'all')
    when 'all' then topics <@ specialties when 'any' then topics && specialties when 'none' then true end) is true);
alter table reviews_signoff alter column qualification drop default, alter column signers drop default;

-- A tier that people chose for an article. An editor may raise it above what its text calls for; only compliance lowers it,
-- and only as long as the text calls for no other tier than it did then.
create table reviews_chosentier (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles_article,
  called_for text not null,
  policy text not null,
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint reason_is_given check (says_something(reason))
);
create index reviews_chosentier_newest on reviews_chosentier (article_id, id desc);
