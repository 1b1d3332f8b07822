-- Hiding a wrong row of a statement's contacts: at once, by any editor, and for good in this edition.

create function gate.hides_a_row() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The row is there, of a statement, and another stays: a list without rows would be shown as if nobody could help.
declare
  contacts int := (select jsonb_array_length(doc(content) -> 'contacts') from articles_edition
                   where id = new.edition_id and kind = 'statement');
begin
  if (new.contact <= contacts) is not true then
    raise exception 'the statement has no such row' using errcode = '23514', constraint = 'a_row_to_hide';
  end if;
  if (select count(*) from articles_hiddenrow where edition_id = new.edition_id) >= contacts then
    raise exception 'no row would be left' using errcode = '23514', constraint = 'a_row_is_left';
  end if;
  if not exists (select from articles_edition e, jsonb_array_elements(doc(e.content) -> 'contacts') with ordinality c (one, n)
                 where e.id = new.edition_id and one -> 'first' = 'true'
                   and not exists (select from articles_hiddenrow h where h.edition_id = e.id and h.contact = n))
     and exists (select from articles_edition e, jsonb_array_elements(doc(e.content) -> 'contacts') c (one)
                 where e.id = new.edition_id and one -> 'first' = 'true') then
    raise exception 'no row would be left at the top' using errcode = '23514', constraint = 'a_first_row_is_left';
  end if;
  return null;
end $$;
create or replace trigger hides_a_row after insert on articles_hiddenrow
  for each row execute function gate.hides_a_row();
alter table articles_hiddenrow enable always trigger hides_a_row;

set local role leaf_acts;

create function act.hide_row(p_edition bigint, p_digest bytea, p_contact int, p_by bigint, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- No secret: what may harm readers is easy to hide.
declare
  e articles_edition;
  hidden bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('on_exactly_this', 'another text');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  insert into articles_hiddenrow (article_id, edition_id, digest, contact, by_id, at, reason)
  values (e.article_id, e.id, e.digest, p_contact, p_by, clock_timestamp(), p_reason) returning id into hidden;
  perform act.enter('hide row', p_by, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'hidden_row', hidden, 'contact', p_contact,
    'facts', gate.facts_digest(gate.hidden_row_facts(hidden)), 'reason', p_reason));
  return hidden;
end $$;

reset role;
