-- What an article must carry. A disclaimer is a fixed text, frozen into the edition; a statement has a clock and editions
-- of its own, and an edition freezes only that it needs it. Both are versioned and stand beside their rule. A rule
-- asks for its text when it says so always, or when any topic, word, flag or study design of it is found.
-- `binding_at`: from this instant on no page that lacks it is public; null: it is asked of new editions only.

create table articles_disclaimer (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^D-[A-Z0-9-]+$'),
  version int not null check (version > 0),
  name text not null check (name <> ''),
  short text not null,
  "full" text not null,
  position int not null,
  placement text not null check (placement in ('top', 'safety', 'reference', 'about')),
  drawn_by text not null check (drawn_by in ('text', 'frame', 'nobody')),
  always boolean not null,
  topics text[] not null,
  words text[] not null,
  flags text[] not null,
  designs text[] not null,
  query tsquery not null generated always as (terms_query(words)) stored,
  source text not null,
  note text not null,
  adopted_at timestamptz not null default clock_timestamp(),
  binding_at timestamptz,
  constraint one_disclaimer_version unique (code, version),
  constraint every_term_says_something check (every_term_says_something(words)),
  constraint a_text_to_carry check ((drawn_by <> 'text' or ("full" <> '' and (placement <> 'top' or short <> ''))) is true)
);

create table articles_statement (
  id bigint generated always as identity primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version int not null check (version > 0),
  name text not null check (name <> ''),
  placement text not null check (placement in ('crisis', 'top', 'safety', 'about', 'notice')),
  fallback text,
  always boolean not null,
  topics text[] not null,
  words text[] not null,
  flags text[] not null,
  designs text[] not null,
  query tsquery not null generated always as (terms_query(words)) stored,
  source text not null,
  note text not null,
  adopted_at timestamptz not null default clock_timestamp(),
  binding_at timestamptz,
  constraint one_statement_version unique (slug, version),
  constraint every_term_says_something check (every_term_says_something(words)),
  constraint falls_back_on_another check ((fallback <> slug) is not false)
);
