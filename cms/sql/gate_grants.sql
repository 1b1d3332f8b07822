-- Who may do what, from nothing: everything is taken away first.

revoke create on schema act from leaf_acts;
revoke all on all tables in schema public, live from public, leaf_app, leaf_reader, leaf_acts;
revoke all on all sequences in schema public from public, leaf_app, leaf_reader, leaf_acts;
revoke all on all functions in schema public, gate, live from public, leaf_app, leaf_reader, leaf_acts;
revoke all on schema public, act, gate, live, secret from public, leaf_app, leaf_reader;

-- The public: functions, and not one table or view.
grant usage on schema live to leaf_reader, leaf_app;
grant execute on all functions in schema live to leaf_reader, leaf_app;

-- The application: reads, and changes what is not evidence.
grant usage on schema public, act, gate to leaf_app;
grant execute on all functions in schema gate to leaf_app;
revoke execute on function gate.hold_the_rules, gate.open_the_rulebook, gate.in_office, gate.out_of_office from leaf_app;
grant execute on function doc, canonical, plain_words, without_tags, author_text, author_words, term_query, terms_query,
  every_term_says_something, one_script, nothing_invisible, in_vocabulary, cited_keys, texts_at, texts, numbers, safe_links,
  says_something, all_different, every_citation_is_readable, foreign_signs, entities_are_plain, contacts_have_their_shape, asks,
  fix_has_its_shape, certificate_day, signature_count, joined_words, author_text_before, author_words_before, reference_fits,
  references_have_their_shape, no_control_signs, has_stroked_letters, own_words,
  author_words_second, parted_words
  to leaf_app, leaf_acts;
grant execute on function file_kind to leaf_app, leaf_acts;
do $$
declare
  t text;
begin
  for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
             and relname not in ('reviews_signingsecret', 'reviews_credentialfile') loop
    execute format('grant select on public.%I to leaf_app', t);
  end loop;
end $$;
grant select (id, person_id, salt, enrolled_at) on reviews_signingsecret to leaf_app;
grant select (id, verification_id, officer_id, name, attached_at, digest, kind, size) on reviews_credentialfile to leaf_app;
grant insert on articles_article, cms_person to leaf_app;
grant update (slug, title, title_is_proposed, summary, key_points, body, funding, uses_ai_tools, contacts)
  on articles_article to leaf_app;
grant update (password, last_login, is_superuser, email, name, is_active, is_staff, joined_at) on cms_person to leaf_app;
grant insert, update, delete on articles_reference, articles_byline, articles_article_topics, django_session,
  cms_person_groups, cms_person_user_permissions, auth_group, auth_group_permissions, account_emailaddress,
  account_emailconfirmation, mfa_authenticator, usersessions_usersession, cms_tries to leaf_app;
grant insert on reviews_warning to leaf_app;
grant insert on django_admin_log, reversion_revision, reversion_version to leaf_app;

-- The acts: read, and add evidence. The one update is the privilege that a row lock asks for.
grant usage on schema public to leaf_acts;
grant execute on all functions in schema gate to leaf_acts;
grant select on articles_article, articles_topic, articles_byline, articles_draftsave, articles_address, articles_edition,
  articles_publication, articles_rulebook, articles_listing, articles_publicaddress, articles_takedown, articles_hiddenrow,
  articles_disclaimer, articles_fix, articles_fixword,
  articles_statement, reviews_policy, reviews_signingsecret, reviews_appointment, reviews_dismissal,
  reviews_credential, reviews_verification, reviews_suspension, reviews_signoff, reviews_revocation, reviews_verdict,
  reviews_lift, reviews_basis, reviews_chosentier, reviews_recheck, reviews_notice, reviews_noticesignature,
  reviews_noticepublication, reviews_noticeend, reviews_rootkey, reviews_passkey, reviews_passkeyend, reviews_certificate,
  reviews_assertion, reviews_credentialfile, reviews_standinginterests, reviews_interestscheck, reviews_signedpage,
  reviews_passkeysasked, cms_entry, cms_node, cms_checkpoint, cms_chain to leaf_acts;
grant update (row_lock) on articles_article, cms_chain to leaf_acts;
grant insert on articles_address, articles_edition, articles_fix, articles_publication, articles_listing,
  articles_publicaddress, articles_takedown, articles_hiddenrow, articles_disclaimer, articles_statement,
  reviews_signingsecret, reviews_appointment, reviews_dismissal,
  reviews_credential, reviews_verification, reviews_suspension, reviews_signoff, reviews_revocation, reviews_verdict,
  reviews_lift, reviews_basis, reviews_chosentier,
  reviews_recheck, reviews_notice, reviews_noticesignature, reviews_noticepublication, reviews_noticeend, reviews_rootkey,
  reviews_passkey, reviews_passkeyend, reviews_certificate, reviews_assertion, reviews_credentialfile,
  reviews_standinginterests, reviews_interestscheck, reviews_signedpage, reviews_passkeysasked, reviews_policy,
  cms_entry, cms_node, cms_checkpoint to leaf_acts;

-- Nobody touches the counters of wrong signing secrets but the acts that own them.
-- Which acts the application may call: all but what only the operator does, and what acts say among themselves.
set local role leaf_acts;
revoke all on all sequences in schema secret from public, leaf_app, leaf_reader, leaf_owner;
revoke all on all functions in schema act from public;
grant execute on function act.submit, act.submit_fix, act.publish, act.take_down, act.enrol_secret, act.verify_credential,
  act.register_credential, act.attach_file, act.fetch_file, act.declare_interests, act.check_interests,
  act.suspend_credential, act.sign_off, act.revoke, act.revoke_all, act.request_changes, act.refuse_article,
  act.lift_refusal, act.choose_tier, act.recheck, act.hide_row, act.draft_notice, act.sign_notice,
  act.sign_off_with_passkey, act.add_passkey, act.certify_officer, act.certify_reviewer,
  act.end_passkey, act.publish_notice, act.end_notice, act.adopt_disclaimer, act.adopt_statement_rule, act.ask_for_passkeys,
  act.publish_checkpoint to leaf_app;
grant execute on function act.appoint, act.dismiss, act.trust_root, act.free_account to leaf_owner;

-- Entries from before the tree grow into it now.
select act.grow(seq, body) from cms_entry
where seq > coalesce((select max(index) from cms_node where level = 0), -1) order by seq;
reset role;

-- A function is parsed by the settings of the session that calls it first, and kept so: what its own literals mean is pinned.
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name, pg_get_userbyid(p.proowner) as owner from pg_proc p
           where p.pronamespace in ('public'::regnamespace, 'act'::regnamespace, 'gate'::regnamespace, 'live'::regnamespace)
             and p.prosqlbody is null and p.proconfig is not null loop
    execute format('set local role %I', f.owner);
    execute format('alter function %s set standard_conforming_strings = on', f.name);
  end loop;
  reset role;
end $$;
