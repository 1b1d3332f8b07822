-- Who changes a draft is noted, whatever mode a session is in: set right here, should somebody have switched it off.
alter table articles_article enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_reference enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_byline enable always trigger note_draft_save_new, enable always trigger note_draft_save;
alter table articles_article_topics enable always trigger note_draft_save_new;

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
    'cms_entry', 'cms_node', 'cms_checkpoint', 'articles_draftsave', 'articles_disclaimer', 'articles_statement', 'articles_address', 'articles_edition',
    'articles_publication', 'articles_rulebook', 'articles_listing', 'articles_takedown', 'articles_hiddenrow', 'articles_fix', 'articles_fixword', 'reviews_policy', 'reviews_signingsecret', 'reviews_appointment',
    'reviews_dismissal', 'reviews_credential', 'reviews_verification', 'reviews_suspension', 'reviews_signoff',
    'reviews_revocation', 'reviews_verdict', 'reviews_lift', 'reviews_basis', 'reviews_chosentier', 'reviews_recheck',
    'reviews_notice', 'reviews_noticesignature', 'reviews_noticepublication', 'reviews_noticeend']
  loop
    execute format('create or replace trigger append_only before update or delete on %I for each row
                    execute function gate.append_only()', evidence);
    execute format('create or replace trigger append_only_at_all before truncate on %I for each statement
                    execute function gate.append_only()', evidence);
    execute format('alter table %I enable always trigger append_only, enable always trigger append_only_at_all', evidence);
  end loop;
end $$;
