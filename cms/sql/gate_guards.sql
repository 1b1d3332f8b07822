-- Who changes a draft is noted, whatever mode a session is in: set right here, should somebody have switched it off.
alter table articles_article enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_reference enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_byline enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_article_topics enable always trigger note_draft_save_new;

-- And a change that was not noted is refused, should the noting be switched off or dropped: nobody changes a text and signs it.
create function gate.save_is_noted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- Argument: the column that holds the article's id. Its name comes after those of the triggers that note, and so does its turn.
begin
  if exists (
    select from unnest(array[
      case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end]) r
    where r is not null and not exists (
      select from articles_draftsave d
      where d.article_id = (r ->> tg_argv[0])::bigint and d.transaction = pg_current_xact_id()
        and d.person_id::text = current_setting('signed_leaf.person', true)))
  then
    raise exception 'nobody noted who saved this' using errcode = '23514', constraint = 'every_save_is_noted';
  end if;
  return null;
end $$;

do $$
declare
  part record;
begin
  for part in select * from (values ('articles_article', 'id'), ('articles_reference', 'article_id'),
                               ('articles_byline', 'article_id'), ('articles_article_topics', 'article_id')) x (name, key) loop
    execute format('create or replace trigger save_is_noted_new after insert or delete on %I for each row
                    execute function gate.save_is_noted(%L)', part.name, part.key);
    execute format('create or replace trigger save_is_noted after update on %I for each row when (old.* *<> new.*)
                    execute function gate.save_is_noted(%L)', part.name, part.key);
    execute format('alter table %I enable always trigger save_is_noted_new, enable always trigger save_is_noted', part.name);
  end loop;
end $$;

-- The second fence: evidence is only ever added to, also by the owner and by migrations.

create function gate.append_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% on % is refused: evidence is only added to', tg_op, tg_table_name
    using errcode = '23514', constraint = 'append_only';
end $$;

do $$
declare
  evidence text;
begin
  foreach evidence in array array[
    'cms_entry', 'cms_node', 'cms_checkpoint', 'articles_draftsave', 'articles_disclaimer', 'articles_statement',
    'articles_address', 'articles_edition', 'articles_publication', 'articles_rulebook', 'articles_listing',
    'articles_publicaddress', 'articles_takedown', 'articles_hiddenrow', 'articles_fix', 'articles_fixword', 'reviews_policy',
    'reviews_signingsecret', 'reviews_appointment',
    'reviews_dismissal', 'reviews_credential', 'reviews_verification', 'reviews_suspension', 'reviews_signoff',
    'reviews_revocation', 'reviews_verdict', 'reviews_lift', 'reviews_basis', 'reviews_chosentier', 'reviews_recheck',
    'reviews_notice', 'reviews_noticesignature', 'reviews_noticepublication', 'reviews_noticeend',
    'reviews_rootkey', 'reviews_passkey', 'reviews_passkeyend', 'reviews_certificate', 'reviews_assertion',
    'reviews_credentialfile', 'reviews_standinginterests', 'reviews_interestscheck', 'reviews_signedpage', 'reviews_passkeysasked']
  loop
    execute format('create or replace trigger append_only before update or delete on %I for each row
                    execute function gate.append_only()', evidence);
    execute format('create or replace trigger append_only_at_all before truncate on %I for each statement
                    execute function gate.append_only()', evidence);
    execute format('alter table %I enable always trigger append_only, enable always trigger append_only_at_all', evidence);
  end loop;
end $$;
