-- Who changed which draft: written by the database itself at every change, so that no contributor is forgotten.

create table articles_draftsave (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles_article,
  person_id bigint not null references cms_person,
  at timestamptz not null default clock_timestamp(),
  transaction xid8 not null default pg_current_xact_id(),
  constraint one_draft_save_per_transaction unique (article_id, person_id, transaction)
);

create function note_draft_save() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- Argument: the column that holds the article's id. Fires on the article and on all that belongs to its text.
declare
  person text := coalesce(current_setting('signed_leaf.person', true), '');
  of_article text;
begin
  if person !~ '^[0-9]+$' then
    raise exception 'nobody is named as the one who saves' using errcode = '23514', constraint = 'every_save_has_a_person';
  end if;
  for of_article in
    select distinct r ->> tg_argv[0] from unnest(array[
      case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end]) r
    where r is not null
  loop
    insert into public.articles_draftsave (article_id, person_id) values (of_article::bigint, person::bigint)
      on conflict on constraint one_draft_save_per_transaction do nothing;
  end loop;
  return null;
end $$;
revoke all on function note_draft_save from public;

create trigger note_draft_save_new after insert on articles_article
  for each row execute function note_draft_save('id');
create trigger note_draft_save after update on articles_article
  for each row when (old.* is distinct from new.*) execute function note_draft_save('id');
create trigger note_draft_save_new after insert or delete on articles_reference
  for each row execute function note_draft_save('article_id');
create trigger note_draft_save after update on articles_reference
  for each row when (old.* is distinct from new.*) execute function note_draft_save('article_id');
create trigger note_draft_save_new after insert or delete on articles_byline
  for each row execute function note_draft_save('article_id');
create trigger note_draft_save after update on articles_byline
  for each row when (old.* is distinct from new.*) execute function note_draft_save('article_id');
create trigger note_draft_save_new after insert or update or delete on articles_article_topics
  for each row execute function note_draft_save('article_id');
alter table articles_article enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_reference enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_byline enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_article_topics enable always trigger note_draft_save_new;
