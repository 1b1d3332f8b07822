"""The attacks: (name, role, statements, what must come of it).

What must come: a rule's name, an SQLSTATE (42501: no privilege), "hidden" (it runs, and readers see no byte of it), or "gone"
(it runs, and hides what was public). Names in braces are the scene's.
"""

NO = "42501"
EVIDENCE = [
    "cms_entry", "cms_node", "cms_checkpoint", "articles_draftsave", "articles_disclaimer", "articles_statement",
    "articles_address", "articles_edition", "articles_publication", "articles_takedown", "reviews_policy", "reviews_signingsecret",
    "reviews_appointment", "reviews_dismissal", "reviews_credential", "reviews_verification", "reviews_suspension",
    "reviews_signoff", "reviews_revocation", "reviews_verdict", "reviews_lift", "reviews_basis", "reviews_chosentier",
    "articles_rulebook", "articles_listing", "articles_publicaddress",
    "reviews_recheck", "articles_hiddenrow", "reviews_notice", "reviews_noticesignature", "reviews_noticepublication",
    "reviews_noticeend", "articles_fix", "articles_fixword", "reviews_rootkey", "reviews_passkey", "reviews_passkeyend",
    "reviews_certificate", "reviews_assertion", "reviews_credentialfile", "reviews_standinginterests", "reviews_interestscheck",
    "reviews_signedpage", "reviews_passkeysasked",
]  # fmt: skip

PUBLISH = "select act.publish({edition}, decode('{digest}', 'hex'), {{editor}}, null, '')"
SIGN = "select act.sign_off({edition}, decode('{digest}', 'hex'), {{{who}}}, decode('{{{who}_secret}}', 'hex'), '{meaning}', '{interests}')"

DISCLAIMER = (
    "select act.adopt_disclaimer('D-INFO', {version}, 'Information', 'Short.', '{text}', 'top', '{drawn_by}', {always}, '{{{{}}}}',"
    " '{{{{}}}}', '{{{{}}}}', '{{{{}}}}', 'The proof', '', {binds}, {binds_from}, {seen}, {{{who}}},"
    " decode('{{{secret}_secret}}', 'hex'), '{reason}')"
)
STATEMENT_RULE = (
    "select act.adopt_statement_rule('crisis-help-without-numbers', (select max(version) + 1 from articles_statement where slug ="
    " 'crisis-help-without-numbers'), 'Of the proof', true, '{{{{}}}}', '{{{{}}}}', '{{{{}}}}', '{{{{}}}}', 'The proof', '', true, null,"
    " {seen}, {{{who}}}, decode('{{{secret}_secret}}', 'hex'), 'The proof')"
)
NEXT = "(select max(version) + 1 from articles_disclaimer where code = 'D-INFO')"
ALL = "(select array_agg(id) from articles_edition)"


CHECK = "select act.recheck(id, digest, {{{}}}, decode('{{{}_secret}}', 'hex'), 'Its source') from articles_edition where id = {{help}}"


def notice(text="Stop and read this.", source="Of the proof", touches="true, '{{}}', '{{}}'"):
    return f"select act.draft_notice('{text}', '{source}', {touches}, {{writer}})"


def sign_notice(who="second", secret=None, digest="notice_digest", days=13):
    return (
        f"select act.sign_notice({{notice}}, decode('{{{digest}}}', 'hex'), {{{who}}}, decode('{{{secret or who}_secret}}', 'hex'),"
        f" clock_timestamp() + interval '{days} days')"
    )


def publish(name, digest=None):
    return PUBLISH.format(edition=f"{{{name}}}", digest=digest or f"{{{name}_digest}}")


def sign(name, who="second", meaning="medical accuracy", interests="None", digest=None):
    return SIGN.format(
        edition=f"{{{name}}}", digest=digest or f"{{{name}_digest}}", who=who, meaning=meaning, interests=interests
    )


FIX = ("select act.submit_fix(e.id, e.digest, jsonb_build_object('title', {title}, 'summary', e.summary,"
       " 'key_points', doc(e.content) -> 'key_points', 'html', {html}), {{writer}}, 'The proof')"
       " from articles_edition e where e.id = {edition}")  # fmt: skip


def fix(name="shown", html="replace(e.html, 'maens', 'means')", title="e.title"):
    return FIX.format(edition=f"{{{name}}}", html=html, title=title)


def of_newest(act, article="shown_article"):
    """`act` on the newest edition of an article of the scene, which it calls e."""
    return f"select {act} from articles_edition e where e.article_id = {{{article}}} order by e.number desc limit 1"


CHANGE = "act.sign_off(e.id, e.digest, {{{who}}}, decode('{{{who}_secret}}', 'hex'), '{meaning}', 'None')"
SIGN_FIX = of_newest(CHANGE.format(who="second", meaning="change"))
PUBLISH_FIX = of_newest("act.publish(e.id, e.digest, {editor}, null, '')")


BODY = "update articles_article set body = '<p>{}</p>' where id = {{signed_article}}"
SOURCE = ("insert into articles_reference (article_id, position, key, authors, title, journal, year, volume, pages, doi, pmid, pmcid, url,"
          " design) select {{signed_article}}, 0, 'x', '', '', '', null, p.volume, p.pages, p.doi, p.pmid, p.pmcid, p.url, 'other'"
          " from jsonb_to_record('{{{{\"volume\": \"\", \"pages\": \"\", \"doi\": \"\", \"pmid\": \"\", \"pmcid\": \"\", \"url\": \"\"}}}}'"
          "::jsonb || jsonb_build_object('{}', '{}')) p (volume text, pages text, doi text, pmid text, pmcid text, url text)")  # fmt: skip


def adopt(who="officer", secret=None, version=NEXT, text="Full.", seen=ALL, reason="The proof", **rule):
    rule = {"drawn_by": "text", "always": "true", "binds": "true", "binds_from": "null"} | rule
    return DISCLAIMER.format(
        who=who, secret=secret or who, version=version, text=text, seen=seen, reason=reason, **rule
    )


def adopt_rule(who="officer", secret=None, seen=ALL):
    return STATEMENT_RULE.format(who=who, secret=secret or who, seen=seen)


def ask_for_passkeys(who="officer", secret=None):
    """At an address where nobody has a passkey."""
    return f"select act.ask_for_passkeys('https://proof.invalid', {{{who}}}, decode('{{{secret or who}_secret}}', 'hex'), 'Safer')"


def attach(who="officer", secret=None, content="\\x255044462d"):
    """A file for the newest verification in the database, which is the lawyer's of the scene."""
    return (
        f"select act.attach_file((select max(id) from reviews_verification), 'licence.pdf', '{content}', {{{who}}},"
        f" decode('{{{secret or who}_secret}}', 'hex'))"
    )


def declare(who="doctor", secret=None, interests="None"):
    return f"select act.declare_interests({{{who}}}, decode('{{{secret or who}_secret}}', 'hex'), '{interests}')"


def show(who="officer", secret=None, which="(select max(id) from reviews_standinginterests)"):
    return f"select act.check_interests({which}, {{{who}}}, decode('{{{secret or who}_secret}}', 'hex'))"


def end_passkey(who="doctor", since="clock_timestamp()", reason="Lost"):
    return f"select act.end_passkey({{passkey}}, {since}, {{{who}}}, '{reason}')"


def end_by_hand(ends_at, earlier_than="null"):
    return (
        "insert into reviews_passkeyend (passkey_id, ends_at, earlier_than, by_id, at, reason) values ({passkey},"
        f" {ends_at}, {earlier_than}, {{doctor}}, clock_timestamp(), 'Lost')"
    )


WRITES = [
    attack
    for table in EVIDENCE
    for attack in [
        (f"insert into {table}", "leaf_app", f"insert into {table} default values", NO),
        (f"delete from {table}", "leaf_app", f"delete from {table}", NO),
        (f"truncate {table}", "leaf_app", f"truncate {table} cascade", NO),
        (f"owner deletes from {table}", "leaf_owner", f"delete from {table}", "append_only|hidden"),
        (f"owner truncates {table}", "leaf_owner", f"truncate {table} cascade", "append_only"),
    ]
]

ATTACKS = [
    # Publishing without what it takes
    ("publish an unsigned edition", "leaf_app", publish("unsigned"), "signed_by_enough_reviewers"),
    ("publish with one of two signatures", "leaf_app", publish("half"), "signed_by_enough_reviewers"),
    ("publish on a revoked signature", "leaf_app", publish("revoked"), "signed_by_enough_reviewers"),
    ("publish another text under a signed edition's number", "leaf_app", publish("signed", digest="{zeros}"),
     "publishes_exactly_this"),
    ("publish no text at all", "leaf_app", "select act.publish({signed}, null, {editor}, null, '')", "publishes_exactly_this"),
    ("publish in the past", "leaf_app",
     "select act.publish({signed}, decode('{signed_digest}', 'hex'), {editor}, '2020-01-01', '')", "not_in_the_past"),
    ("publish for after the signatures", "leaf_app",
     "select act.publish({signed}, decode('{signed_digest}', 'hex'), {editor}, clock_timestamp() + interval '9 years', '')",
     "signed_when_it_starts"),
    ("publish at infinity", "leaf_app",
     "select act.publish({signed}, decode('{signed_digest}', 'hex'), {editor}, 'infinity', '')", "signed_when_it_starts"),
    ("publish by nobody", "leaf_app",
     "select act.publish({signed}, decode('{signed_digest}', 'hex'), null, null, '')", "23502"),
    ("publish what was retracted", "leaf_app",
     ["select act.take_down({shown_article}, 'retracted', {editor}, 'Wrong')", publish("shown")], "retracted_for_good"),
    ("publish against a refusal", "leaf_app",
     ["select act.refuse_article({signed}, decode('{signed_digest}', 'hex'), {second}, decode('{second_secret}', 'hex'), 'Unfit')",
      publish("signed")], "no_refusal_in_force"),
    ("publish against requested changes", "leaf_app",
     ["select act.request_changes({signed}, decode('{signed_digest}', 'hex'), {second}, 'Numbers')", publish("signed")],
     "no_changes_requested"),
    # Signing
    ("sign another text", "leaf_app", sign("signed", digest="{zeros}"), "signs_exactly_this"),
    ("sign one's own text", "leaf_app",
     ["select set_config('signed_leaf.person', '{second}', true)",
      "update articles_article set title = 'Changed by a reviewer' where id = {signed_article}",
      "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})",
      "select act.sign_off(e.id, e.digest, {second}, decode('{second_secret}', 'hex'), 'medical accuracy', 'None')"
      " from articles_edition e where e.article_id = {signed_article} and e.number = 2"], "no_contributor_signs"),
    ("sign what one only submitted", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "update articles_article set title = 'Changed by the writer' where id = {signed_article}",
      "select act.submit({signed_article}, gate.draft_digest({signed_article}), {second})",
      "select act.sign_off(e.id, e.digest, {second}, decode('{second_secret}', 'hex'), 'medical accuracy', 'None')"
      " from articles_edition e where e.article_id = {signed_article} and e.number = 2"], "no_contributor_signs"),
    ("sign twice", "leaf_app", sign("half", who="doctor", meaning="second medical review"), "one_sign_off_per_reviewer"),
    ("sign without a credential", "leaf_app", sign("signed", who="stranger"), "with_this_credential"),
    ("sign with another's secret", "leaf_app",
     "select act.sign_off({signed}, decode('{signed_digest}', 'hex'), {second}, decode('{doctor_secret}', 'hex'),"
     " 'medical accuracy', 'None')", "same_person"),
    ("sign without a secret", "leaf_app",
     "select act.sign_off({signed}, decode('{signed_digest}', 'hex'), {second}, null, 'medical accuracy', 'None')", "same_person"),
    ("sign with a suspended credential", "leaf_app",
     ["select act.suspend_credential({second_credential}, {officer}, 'Struck off')", sign("signed")], "with_this_credential"),
    ("sign in a meaning that nobody asks for", "leaf_app", sign("signed", meaning="looks fine"), "meaning_is_asked_for"),
    ("sign without declaring interests", "leaf_app", sign("signed", interests=" "), "interests_are_declared"),
    ("hide a text among the interests", "leaf_app", sign("signed", interests="Buy at https://example.org"), "interests_are_plain"),
    ("complete a half signed edition, and let it go public by itself", "leaf_app",
     sign("half", meaning="second medical review"), "hidden"),
    ("bring a revoked page back by signing again", "leaf_app",
     ["select act.revoke({shown_sign_off}, {doctor}, 'Wrong')", sign("shown")], "gone"),
    # Statements: checked again, and rows hidden
    ("check a statement again without the office", "leaf_app", CHECK.format("stranger", "stranger"),
     "by_a_compliance_officer"),
    ("check a statement again as its reviewer", "leaf_app", CHECK.format("doctor", "doctor"),
     "by_a_compliance_officer"),
    ("check a statement again with another's secret", "leaf_app", CHECK.format("officer", "doctor"), "same_person"),
    ("check one's own words again", "leaf_app",
     ["select set_config('signed_leaf.person', '{officer}', true)",
      "update articles_article set summary = 'Of an officer.' where slug = (select slug from articles_edition where id = {help})",
      "select act.submit(a.id, gate.draft_digest(a.id), {writer}) from articles_article a join articles_edition e on e.slug = a.slug"
      " where e.id = {help}",
      "select act.sign_off(n.id, n.digest, {doctor}, decode('{doctor_secret}', 'hex'), meaning, 'None') from articles_edition e"
      " join articles_edition n on n.slug = e.slug and n.number > e.number join reviews_policy p on p.id = n.policy_id,"
      " unnest(p.requires) meaning where e.id = {help} and meaning <> 'legal check'",
      "select act.recheck(n.id, n.digest, {officer}, decode('{officer_secret}', 'hex'), 'Its source') from articles_edition e"
      " join articles_edition n on n.slug = e.slug and n.number > e.number where e.id = {help}"], "checked_by_no_contributor"),
    ("check an article again", "leaf_app",
     "select act.recheck({shown}, decode('{shown_digest}', 'hex'), {officer}, decode('{officer_secret}', 'hex'), 'x')",
     "something_to_check_again"),
    ("check another text than the statement", "leaf_app",
     "select act.recheck({help}, decode('{zeros}', 'hex'), {officer}, decode('{officer_secret}', 'hex'), 'x')", "on_exactly_this"),
    ("check a statement again whose signature was revoked", "leaf_app",
     ["select act.revoke(s.id, {officer}, 'Wrong') from reviews_signoff s where s.edition_id = {help}",
      CHECK.format("officer", "officer")], "something_to_check_again"),
    ("hide a row that is none", "leaf_app",
     "select act.hide_row(id, digest, 999, {editor}, 'Wrong') from articles_edition where id = {help}", "a_row_to_hide"),
    ("hide a row of an article", "leaf_app",
     "select act.hide_row({shown}, decode('{shown_digest}', 'hex'), 1, {editor}, 'Wrong')", "a_row_to_hide"),
    ("hide every row", "leaf_app",
     "select act.hide_row(e.id, e.digest, n, {editor}, 'Wrong') from articles_edition e,"
     " generate_series(1, jsonb_array_length(doc(e.content) -> 'contacts') + 1) n where e.id = {help}",
     "a_row_is_left|a_first_row_is_left|a_row_to_hide|hidden_once"),
    # Safety notices
    ("write a notice of 61 words", "leaf_app", notice("word " * 61), "sixty_words_at_most"),
    ("hide words from the count by dashes", "leaf_app", notice("a\u2013b/c " * 21), "sixty_words_at_most"),
    ("put a link into a notice", "leaf_app", notice("Buy at https://example.org"), "notice_is_plain"),
    ("put markup into a notice", "leaf_app", notice("Read <b>this</b>"), "notice_is_plain"),
    ("hide a word in a notice by a look-alike letter", "leaf_app", notice("Take k\u0433atom"), "notice_is_plain"),
    ("part a word in a notice by a control character", "leaf_app", notice("Take kra' || chr(11) || 'tom"), "notice_is_plain"),
    ("write a notice without a source", "leaf_app", notice(source=" "), "notice_has_a_source"),
    ("run a script as a notice's source", "leaf_app", notice(source="javascript://x"), "notice_has_a_source"),
    ("write a notice that touches nothing", "leaf_app", notice(touches="false, '{{}}', '{{}}'"), "notice_touches_something"),
    ("write a notice about what is not there", "leaf_app", notice(touches="false, '{{nothing}}', '{{}}'"),
     "notice_touches_what_there_is"),
    ("sign one's own notice", "leaf_app",
     ["select act.draft_notice('Stop.', 'Of the proof', true, '{{}}', '{{}}', {second})",
      "select act.sign_notice(id, digest, {second}, decode('{second_secret}', 'hex'), clock_timestamp() + interval '1 day')"
      " from reviews_notice where drafted_by_id = {second}"], "nobody_signs_their_own_notice"),
    ("sign a notice as a lawyer", "leaf_app", sign_notice("lawyer"), "notice_is_signed_by_a_medic"),
    ("sign a notice without a credential", "leaf_app", sign_notice("stranger"), "with_this_credential"),
    ("sign a notice with another's secret", "leaf_app", sign_notice("second", "doctor"), "same_person"),
    ("sign another notice", "leaf_app", sign_notice(digest="zeros"), "signs_exactly_this_notice"),
    ("sign a notice for 15 days", "leaf_app", sign_notice(days=15), "notice_ends_within_two_weeks"),
    ("sign a notice that has ended already", "leaf_app", sign_notice(days=-1), "notice_ends_within_two_weeks"),
    ("sign a notice for ever", "leaf_app",
     "select act.sign_notice({notice}, decode('{notice_digest}', 'hex'), {second}, decode('{second_secret}', 'hex'), 'infinity')",
     "notice_ends_within_two_weeks"),
    ("publish a notice that nobody signed", "leaf_app",
     "select act.publish_notice({notice}, decode('{notice_digest}', 'hex'), {editor})", "notice_is_signed"),
    ("publish a notice as its signer", "leaf_app",
     "select act.publish_notice({signed_notice}, decode('{signed_notice_digest}', 'hex'), {doctor})", "notice_is_published_by_another"),
    ("publish another notice than was signed", "leaf_app",
     "select act.publish_notice({signed_notice}, decode('{zeros}', 'hex'), {editor})", "publishes_exactly_this_notice"),
    ("publish a notice of a suspended signer", "leaf_app",
     ["select act.suspend_credential({doctor_credential}, {officer}, 'Wrong')",
      "select act.publish_notice({signed_notice}, decode('{signed_notice_digest}', 'hex'), {editor})"], "notice_signature_stands"),
    ("publish a notice that was ended", "leaf_app",
     ["select act.end_notice({signed_notice}, {doctor}, 'Wrong')",
      "select act.publish_notice({signed_notice}, decode('{signed_notice_digest}', 'hex'), {editor})"], "notice_is_not_over"),
    ("end a notice without a reason", "leaf_app", "select act.end_notice({signed_notice}, {doctor}, ' ')", "reason_is_given"),
    # Fixes
    ("fix a number", "leaf_app", fix(html="replace(e.html, 'say yet', 'say 2 yet')"), "fix_keeps_its_numbers"),
    ("fix a negation", "leaf_app", fix(html="replace(e.html, 'slept', 'never slept')"), "fix_keeps_its_negations"),
    ("fix a medicine", "leaf_app", fix(html="replace(e.html, 'slept', 'sertraline')"), "fix_keeps_its_medicines"),
    ("fix a word on which the meaning hangs", "leaf_app", fix(html="replace(e.html, 'slept', 'improved')"), "fix_keeps_weighty_words"),
    ("fix a word into another that no list holds", "leaf_app", fix(html="replace(e.html, 'slept', 'dozed')"), "fix_mends_slips_alone"),
    ("fix by a verb that turns the meaning round", "leaf_app", fix(html="replace(e.html, 'say yet', 'scoff at')"), "fix_mends_slips_alone"),
    ("fix by a word put in that turns the meaning round", "leaf_app", fix(html="replace(e.html, 'asked how', 'asked backwards how')"),
     "fix_mends_slips_alone"),
    ("fix by a word left out", "leaf_app", fix(html="replace(e.html, 'say yet', 'say')"), "fix_mends_slips_alone"),
    ("fix by one letter that turns a word round", "leaf_app", fix(html="replace(e.html, 'maens', 'amaens')"), "fix_turns_no_word_around"),
    ("fix by changing words about", "leaf_app", fix(html="replace(e.html, 'asked how they slept', 'slept how they asked')"),
     "fix_moves_nothing"),
    ("fix by cutting a paragraph", "leaf_app", fix(html="replace(e.html, '. Nobody', '.</p><p>Nobody')"), "fix_keeps_its_structure"),
    ("fix the title's name", "leaf_app", fix(title="'By the Proof'"), "fix_keeps_its_names"),
    ("fix over 5 percent", "leaf_app", fix(html="replace(replace(e.html, 'maens', 'means'), 'asked', 'aksed')"), "fix_is_small"),
    ("fix other things than words", "leaf_app",
     "select act.submit_fix(e.id, e.digest, '{{\"title\": \"T\", \"summary\": \"S\", \"key_points\": [], \"html\": \"\", \"topics\": []}}', {writer}, 'x')"
     " from articles_edition e where e.id = {shown}", "fix_changes_words_alone"),
    ("fix a text that readers do not see", "leaf_app", fix("signed"), "fix_of_what_is_public"),
    ("fix a text that was never signed", "leaf_app", fix("unsigned"), "fix_of_what_is_public"),
    ("fix another text under the public one's number", "leaf_app",
     "select act.submit_fix({shown}, decode('{zeros}', 'hex'), '{{}}', {writer}, 'x')", "fix_of_what_was_seen"),
    ("publish a fix that nobody checked", "leaf_app", [fix(), PUBLISH_FIX], "signed_by_enough_reviewers"),
    ("check one's own fix", "leaf_app",
     [fix().replace("{writer}", "{second}"), SIGN_FIX], "no_contributor_signs"),
    ("sign a fix as if in full", "leaf_app",
     [fix(), of_newest(CHANGE.format(who="second", meaning="medical accuracy"))], "meaning_is_asked_for"),
    ("sign a whole text as a change", "leaf_app", sign("signed", meaning="change"), "meaning_is_asked_for"),
    ("check a fix without a credential", "leaf_app",
     [fix(), of_newest(CHANGE.format(who="stranger", meaning="change"))], "with_this_credential"),
    ("check a fix whose full review is revoked", "leaf_app",
     [fix(), "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')", SIGN_FIX], "full_review_stands"),
    ("publish a fix whose full review is revoked", "leaf_app",
     [fix(), SIGN_FIX, "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')", PUBLISH_FIX], "signed_by_enough_reviewers"),
    ("add up small fixes", "leaf_app",
     [fix(), SIGN_FIX, PUBLISH_FIX,
      of_newest("act.submit_fix(e.id, e.digest, jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points',"
                " doc(e.content) -> 'key_points', 'html', replace(e.html, 'asked', 'aksed')), {writer}, 'The proof')")], "fix_is_small"),
    ("revoke what a fix rests on: the page is gone", "leaf_app",
     [fix(), SIGN_FIX, PUBLISH_FIX, "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')"], "gone"),
    ("publish a fix of what was retracted", "leaf_app",
     [fix(), SIGN_FIX, "select act.take_down({shown_article}, 'retracted', {editor}, 'Wrong')", PUBLISH_FIX.replace("''", "'Back'")],
     "retracted_for_good"),
    ("call the comparison's act with no text", "leaf_app",
     "select act.submit_fix({shown}, decode('{shown_digest}', 'hex'), null, {writer}, 'x')", "fix_changes_words_alone"),
    # Disclaimers and rules for statements
    ("adopt a disclaimer without the office", "leaf_app", adopt("stranger"), "by_a_compliance_officer"),
    ("adopt a disclaimer as an editor", "leaf_app", adopt("editor", "officer"), "signing_secret_is_enrolled"),
    ("adopt a disclaimer with another's secret", "leaf_app", adopt("officer", "stranger"), "same_person"),
    ("adopt a rule for a statement without the office", "leaf_app", adopt_rule("stranger"), "by_a_compliance_officer"),
    ("adopt a rule for a statement with another's secret", "leaf_app", adopt_rule("officer", "second"), "same_person"),
    ("adopt a version that skips one", "leaf_app", adopt(version=NEXT + " + 1"), "versions_count_up"),
    ("adopt a version that is there", "leaf_app", adopt(version="1"), "versions_count_up"),
    ("adopt without seeing which pages it hits", "leaf_app", adopt(seen="'{{}}'"), "pages_as_previewed"),
    ("adopt with a list of nothing", "leaf_app", adopt(seen="null"), "pages_as_previewed"),
    ("adopt a rule without seeing which pages it hits", "leaf_app", adopt_rule(seen="'{{}}'"), "pages_as_previewed"),
    ("adopt without a reason", "leaf_app", adopt(reason="\u2003"), "adopted_with_a_reason"),
    ("adopt for the past", "leaf_app", adopt(binds_from="'2020-01-01'"), "binds_in_the_year_to_come"),
    ("adopt without saying when it binds", "leaf_app", adopt(binds="null"), "says_when_it_binds"),
    ("hide markup in a disclaimer", "leaf_app", adopt(text="<script>x()</script>"), "disclaimer_in_plain_words"),
    ("hide a look-alike letter in a disclaimer", "leaf_app", adopt(text="\u0430 word"), "disclaimer_in_plain_words"),
    ("hide what nobody sees in a disclaimer", "leaf_app", adopt(text="a\u200bword"), "disclaimer_in_plain_words"),
    ("leave a disclaimer to the frame", "leaf_app", adopt(drawn_by="frame"), "drawn_by_the_frame"),
    ("adopt a disclaimer that binds: the page is gone", "leaf_app", adopt(), "gone"),
    ("adopt a rule for a statement that binds: the page is gone", "leaf_app", adopt_rule(), "gone"),
    ("bring a page back by withdrawing what stopped it", "leaf_app",
     [adopt(), adopt(drawn_by="nobody", always="false")], "gone"),
    ("publish what a new disclaimer stopped", "leaf_app", [adopt(), publish("signed")], "carries_required_disclaimers"),
    ("publish what a withdrawn disclaimer had stopped", "leaf_app",
     [adopt(), adopt(drawn_by="nobody", always="false", binds="false"), publish("signed")], "carries_required_disclaimers"),
    ("keep officers from the rulebook", "leaf_app", "select gate.hold_the_rules()", NO),
    ("close the rulebook", "leaf_app", "select gate.open_the_rulebook()", NO),
    ("adopt in the officer's name", "leaf_app", "select act.may_adopt({officer}, 'x', true, null)", NO),
    ("rewrite a disclaimer", "leaf_app", "update articles_disclaimer set \"full\" = 'x'", NO),
    ("owner rewrites a disclaimer", "leaf_owner", "update articles_disclaimer set \"full\" = 'x'", "append_only"),
    ("owner unbinds a rule for a statement", "leaf_owner", "update articles_statement set binding_at = null", "append_only"),
    ("owner numbers a version anew", "leaf_owner",
     "insert into articles_disclaimer (code, version, name, short, \"full\", position, placement, drawn_by, always, topics, words,"
     " flags, designs, source, note) select code, 1, name, short, \"full\", position, placement, drawn_by, always, topics, words,"
     " flags, designs, source, note from articles_disclaimer where code = 'D-INFO' limit 1", "versions_count_up"),
    # Asking for passkeys
    ("ask for passkeys without the office", "leaf_app", ask_for_passkeys("stranger"), "by_a_compliance_officer"),
    ("ask for passkeys with another's secret", "leaf_app", ask_for_passkeys("officer", "stranger"), "same_person"),
    ("ask for passkeys that nobody has", "leaf_app", ask_for_passkeys(), "enough_have_passkeys"),
    ("owner lets secrets sign again", "leaf_owner", "update reviews_policy set passkeys = false", "append_only"),
    # Becoming somebody who may
    ("appoint a compliance officer", "leaf_app", "select act.appoint({stranger}, 'compliance')", NO),
    ("say that the operator freed an account", "leaf_app", "select act.free_account({officer}, 'x')", NO),
    ("verify a credential without the office", "leaf_app",
     "select act.verify_credential({second_credential}, clock_timestamp() + interval '9 days', {stranger},"
     " decode('{stranger_secret}', 'hex'))", "by_a_compliance_officer"),
    ("verify one's own credential", "leaf_app",
     "select act.register_credential({officer}, 'A', 'B', 'physician', 'C', 'D', '{{anxiety}}', clock_timestamp() + interval '9 days', {officer},"
     " decode('{officer_secret}', 'hex'))", "nobody_verifies_themselves"),
    ("replace a reviewer's secret", "leaf_app",
     "select act.enrol_secret({second}, '\\x00112233445566778899aabbccddeeff', sha256('x'), null, null, null)", "same_person"),
    ("read the signing secrets", "leaf_app", "select hash from reviews_signingsecret", NO),
    ("reset the count of wrong secrets", "leaf_app", "select setval('secret.tries_1', 1, false)", f"{NO}|42P01"),
    ("call what acts say among themselves", "leaf_app", "select act.enter('publish', 1, '{{}}')", NO),
    ("call the inner verdict", "leaf_app", "select act.give_verdict('refused', 1, 'x', 1, 'x')", NO),
    ("grow the tree by hand", "leaf_app", "select act.grow(0, 'x')", NO),
    # Fooling the functions
    ("look for names elsewhere", "leaf_app", ["set local search_path = pg_temp, live", publish("unsigned")],
     "signed_by_enough_reviewers"),
    ("switch triggers off for the session", "leaf_app", "set local session_replication_role = replica", NO),
    ("ignore triggers by a setting", "leaf_app",
     ["select set_config('pgtrigger.ignore', 'all', true)", publish("unsigned")], "signed_by_enough_reviewers"),
    ("change time zone, dates and search configuration", "leaf_app",
     ["set local timezone = 'Pacific/Kiritimati'", "set local datestyle = 'SQL, DMY'",
      "set local default_text_search_config = 'pg_catalog.french'", publish("unsigned")], "signed_by_enough_reviewers"),
    ("shadow a table", "leaf_app", "create temporary table reviews_signoff (id int)", NO),
    ("shadow a function", "leaf_app", "create function public.sha256(bytea) returns bytea language sql as 'select $1'", NO),
    ("make a schema", "leaf_app", "create schema proof", NO),
    ("switch a trigger off", "leaf_app", "alter table articles_edition disable trigger all", NO),
    ("drop a constraint", "leaf_app", "alter table reviews_signoff drop constraint no_contributor_signs", NO),
    ("replace what the public asks", "leaf_app",
     "create or replace function live.page(text) returns setof live.article language sql as 'select null::live.article'", NO),
    ("put a view beside it", "leaf_app", "create view live.drafts as select * from articles_article", NO),
    ("grant oneself more", "leaf_app",
     ["grant insert on reviews_signoff to leaf_app", "insert into reviews_signoff default values"], NO),
    ("save a draft as nobody", "leaf_app",
     "update articles_article set title = 'x' where id = {signed_article}", "every_save_has_a_person"),
    ("turn an article into a statement", "leaf_app", "update articles_article set kind = 'statement' where id = {signed_article}", NO),
    ("change who somebody is", "leaf_app", "update cms_person set id = {doctor} where id = {writer}", NO),
    ("change a draft after its edition was signed", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "update articles_article set body = '<p>Unsigned.</p>' where id = {shown_article}"], "hidden"),
    ("submit a draft that nobody saw", "leaf_app",
     "select act.submit({signed_article}, decode('{zeros}', 'hex'), {writer})", "draft_as_seen"),
    ("hide a word from the rules by an entity", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "update articles_article set body = '<p>sui&#99;ide</p>' where id = {signed_article}",
      "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})"], "entities_are_plain"),
    ("hide a word by a look-alike letter", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "update articles_article set body = '<p>\u0455\u0456\u0441\u0456\u0501\u0435</p>' where id = {signed_article}",
      "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})"], "signs_of_an_english_text"),
    *((f"hide a word from the rules {where}", "leaf_app",
       ["select set_config('signed_leaf.person', '{writer}', true)", *changes,
        "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})",
        of_newest(CHANGE.format(who="second", meaning="medical accuracy"), "signed_article"),
        of_newest("act.publish(e.id, e.digest, {editor}, null, '')", "signed_article")], "signed_by_enough_reviewers")
      for where, changes in {
          "by a line break": [BODY.format("Sui<br>cide<br>and more.")],
          "by a hyphen": [BODY.format("On sui-cide.")], "by an apostrophe": [BODY.format("Of o&#39;<sup>suicide</sup>.")],
          "by a dash in the title": ["update articles_article set title = 'Sui–cide' where id = {signed_article}"],
          "by a citation": [SOURCE.format("title", "x"), BODY.format("Sui[@x]cide.")],
          "in a volume": [SOURCE.format("volume", "Suicide")], "in the pages": [SOURCE.format("pages", "Suicide")],
          "in a DOI": [SOURCE.format("doi", "10.1000/suicide")],
          "in an address": [SOURCE.format("url", "https://example.org/a-suicide")],
          "in a link's label": ["update articles_article set contacts = '[{{\"region\": \"\", \"name\": \"\", \"audience\": \"\","
                                " \"first\": false, \"links\": [{{\"label\": \"Suicide\", \"href\": \"tel:1\"}}]}}]'"
                                " where id = {signed_article}"],
          "in a name": ["update cms_person set name = 'Suicide' where id = {writer}"],
      }.items()),
    *((f"write {what} instead of {part}", "leaf_app",
       ["select set_config('signed_leaf.person', '{writer}', true)", SOURCE.format(part, what)], rule)
      for part, what, rule in [
          ("volume", "a <b>", "volume_is_short"), ("pages", "1 = 1", "pages_are_short"), ("doi", "a word", "doi_is_plain"),
          ("pmid", "a word", "pmid_is_digits"), ("pmcid", "a word", "pmcid_is_plain"), ("url", "javascript:x", "url_is_plain")]),
    ("write in another language", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "insert into articles_article (kind, slug, title, title_is_proposed, summary, key_points, body, funding, uses_ai_tools,"
      " language, contacts, row_lock) values ('article', '{mark}-de', 'X', false, '', '{{}}', '', '', false, 'de', '[]', 0)"],
     "language_is_english"),
    *((f"part a word of an edition by the control character U+{n:04X}", "leaf_app",
       ["select set_config('signed_leaf.person', '{writer}', true)",
        f"update articles_article set body = '<p>Kra' || chr({n}) || 'tom.</p>' where id = {{signed_article}}",
        "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})"], "no_control_signs")
      for n in (1, 9, 11, 31)),
    ("hide a word by a stroke through a letter", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "update articles_article set body = '<p>Sui' || chr(263) || 'i' || chr(273) || 'e.</p>' where id = {signed_article}",
      "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})"], "no_stroked_letters"),
    ("run a script in an edition", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "update articles_article set body = '<p>x</p><script>x()</script>' where id = {signed_article}",
      "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})"], "markup_in_vocabulary"),
    ("take another article's address", "leaf_app",
     ["select set_config('signed_leaf.person', '{writer}', true)",
      "update articles_article set slug = '{mark}-other' where id = {shown_article}",
      "update articles_article set slug = '{mark}-shown' where id = {signed_article}",
      "select act.submit({signed_article}, gate.draft_digest({signed_article}), {writer})"], "own_address"),
    # Revoking and taking down must work
    ("revoke: the page is gone", "leaf_app", "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')", "gone"),
    ("suspend: the page is gone", "leaf_app", "select act.suspend_credential({doctor_credential}, {officer}, 'Wrong')", "gone"),
    ("take down: the page is gone", "leaf_app", "select act.take_down({shown_article}, 'taken down', {editor}, 'Wrong')", "gone"),
    ("refuse: the page is gone", "leaf_app",
     "select act.refuse_article({shown}, decode('{shown_digest}', 'hex'), {second}, decode('{second_secret}', 'hex'), 'Unfit')", "gone"),
    ("leave: the page is gone", "leaf_app",
     "select act.revoke_all({doctor}, (select array_agg(id) from reviews_signoff), 'Leaves')", "gone"),
    ("end what was not shown to who leaves", "leaf_app", "select act.revoke_all({doctor}, '{{}}', 'Leaves')", "sign_offs_as_shown"),
    ("revoke for another", "leaf_app", "select act.revoke({shown_sign_off}, {second}, 'Wrong')", "by_its_signer"),
    ("revoke without a reason", "leaf_app", "select act.revoke({shown_sign_off}, {doctor}, E'\\t')", "reason_is_given"),
    # Ends of passkeys
    ("put off the end of a passkey", "leaf_app", [end_passkey(), end_passkey()], "ends_ever_earlier"),
    ("end another's passkey", "leaf_app", end_passkey("second"), "by_its_owner"),
    ("end a passkey tomorrow", "leaf_app", end_passkey(since="clock_timestamp() + interval '1 day'"), "not_in_the_future"),
    ("end a passkey without a reason", "leaf_app", end_passkey(reason=" "), "reason_is_given"),
    ("owner puts off the end of a passkey", "leaf_owner",
     [end_by_hand("'2020-01-01'"), end_by_hand("'2021-01-01'", "'2020-01-01'")], "ends_ever_earlier"),
    ("owner ends a passkey again as if it were the first time", "leaf_owner",
     [end_by_hand("'2021-01-01'"), end_by_hand("'2020-01-01'")], "ended_in_turn"),
    # What officers looked at
    ("attach a file without the office", "leaf_app", attach("stranger"), "by_a_compliance_officer"),
    ("attach a file with another's secret", "leaf_app", attach("officer", "doctor"), "same_person"),
    ("keep a script as a credential's file", "leaf_app", attach(content="<script>"), "file_is_pdf_png_or_jpeg"),
    ("read a credential's file past its act", "leaf_app", "select content from reviews_credentialfile", NO),
    ("fetch a credential's file without the office", "leaf_app", "select act.fetch_file(1, {stranger})", "by_a_compliance_officer"),
    ("fetch a credential's file as the reader", "leaf_reader", "select act.fetch_file(1, {officer})", NO),
    # What reviewers say of themselves
    ("declare another's interests", "leaf_app", declare("doctor", "second"), "same_person"),
    ("declare interests without a credential", "leaf_app", declare("stranger"), "interests_of_a_reviewer"),
    ("declare nothing as interests", "leaf_app", declare(interests=" "), "standing_interests_are_said"),
    ("advertise among the standing interests", "leaf_app", declare(interests="Buy at example.com"), "standing_interests_are_plain"),
    ("write at length among the standing interests", "leaf_app", declare(interests="word " * 61), "standing_interests_are_short"),
    ("show one's own interests to readers", "leaf_app", [declare("officer"), show("officer")],
     "interests_of_a_reviewer|interests_read_by_another"),
    ("show interests without the office", "leaf_app", [declare(), show("second")], "by_a_compliance_officer"),
    ("show interests with another's secret", "leaf_app", [declare(), show("officer", "second")], "same_person"),
    ("show interests that nobody declared", "leaf_app", show(which="-1"), "interests_to_check"),
    ("declare interests as the reader", "leaf_reader", declare(), NO),
    # The reader
    ("read a draft as the reader", "leaf_reader", "select * from public.articles_article", NO),
    ("read an edition as the reader", "leaf_reader", "select * from public.articles_edition", NO),
    ("read addresses as the reader", "leaf_reader", "explain select from public.articles_address", NO),
    ("ask whose address it is as the reader", "leaf_reader", "select * from gate.article_at('{mark}-signed', 'infinity')", NO),
    ("ask the gate as the reader", "leaf_reader", "select gate.cleared_until(1, now())", NO),
    ("act as the reader", "leaf_reader", "select act.publish(1, 'x', 1, null, '')", NO),
    ("hold the ledger's lock as the reader", "leaf_reader", "select * from public.cms_chain for update", NO),
    *WRITES,
]  # fmt: skip
