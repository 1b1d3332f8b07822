-- A letter with a stroke is no plain letter to a rule, and to a reader it nearly is ("suiciđe"). In names of authors it belongs,
-- so references and bylines keep theirs. Not asked of rows from before.

create function has_stroked_letters(t text) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp set standard_conforming_strings = on as $$
  select t ~ U&'[\00D0\00D8\00F0\00F8\0110\0111\0126\0127\0141\0142\0166\0167]'
$$;

create function own_words(d jsonb) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary', d ->> 'key_points', d ->> 'html', d ->> 'funding', d ->> 'contacts')
$$;
comment on function own_words is 'What the writer wrote, without references and bylines, as it is stored.';

alter table articles_edition
  add constraint no_stroked_letters check ((not has_stroked_letters(own_words(doc(content)))) is true) not valid;
