"""Mutants that no question of the battery notices, and why: patterns of their names, under the reason.

BEHIND_ANOTHER: another rule, named here, refuses or hides the same. ASKED_ELSEWHERE: what it decides is neither whether a text
is public nor whether an act goes through now, but what is told of it, or of another time; other tests ask that.
"""

import re

KEYS = "a composite key or the digest ties the rows together already"
HISTORY = "it tells what was shown once, which only notices, first dates and evidence repeat: tests/test_ever_shown.py, test_public_hidden.py"
EVIDENCE = "it gathers the evidence file, which tests/test_evidence_tampering.py compares value by value"

BEHIND_ANOTHER = {
    "The database numbers the rows, or the act asks first; keys that hang on it refuse by their own names.": [
        r"\w+: \w+_pkey",
    ],
    "The form of a draft: what an edition holds is checked when it is frozen.": [
        r"articles_(reference|byline|article_topics|topic): \w+", r"articles_article: articles_article_source_digest_key",
    ],
    "The trigger versions_count_up refuses it before.": [
        r"articles_(disclaimer|statement): (one_\w+_version|articles_\w+_version_check)",
    ],
    "One row, and nobody may write it.": [r"cms_chain: cms_chain_single_check"],
    "The trigger number_in_the_rulebook gives a number that is there.": [r"articles_(disclaimer|statement): numbered_in_the_rulebook"],
    "Whoever submits is a contributor (submitter_is_a_contributor), and contributors are people who saved.": [
        r"articles_edition: articles_edition_submitted_by_id_fkey",
    ],
    "act.enter alone writes entries, and computes these; tests/test_ledger.py changes them by hand.": [
        r"cms_entry: (chain_starts_once|cms_entry_actor_id_fkey|cms_entry_salt_check|cms_entry_seq_check|entry_holds_its_reason)",
    ],
    "The trigger checked_by_no_contributor lets no such row in any more; tests/test_statement_age.py has one from before it.": [
        r"gate\.standing_statement: without x\.officer_id <> all \(its_edition\.contributors\)",
    ],
    "Truncating cascades to tables that hang on this one, whose own guards refuse.": [r"\w+: trigger append_only_at_all"],
    "note_draft_save notes every change; this refuses only where that is gone.": [r"\w+: trigger save_is_noted(_new)?"],
    "Readers may not even use the schema public.": [r"\w+: shown to readers"],
    "It only refuses, whoever calls it.": [r"act\.refuse(_fault)?: called by anybody"],
    "Only another person verifies a credential (nobody_verifies_themselves), and certifies what they verified.": [
        r"gate\.certificate_fault: without issuer\.person_id = c\.person_id",
    ],
    "An officer's certificate was made by no certificate, so none of its makers is in force.": [
        r"gate\.signature_fault: without c\.certifies <> 'reviewer'",
    ],
    "The checks of the answer's row refuse the same.": [
        r"gate\.signature_fault: without (said ->> 'signs' is distinct from 'edition'|convert_to\(canonical\(said\), 'UTF8'\) <> a\.content)",
    ],
    "Asked twice, before it waits for others and after: tests/test_in_flight.py makes it wait.": [
        r"gate\.signature_fault: without not certificate_in_force\(c\.issuer_id, c\.at\)",
        r"act\.sign_off_with_passkey: without not gate\.certificate_in_force\(c\.(id, clock_timestamp\(\)|issuer_id, c\.at)\)",
    ],
    # Acts
    "gate.by_policy_now and gate.without_passkeys refuse the same, but where a tier was lowered: tests/test_asking.py.": [
        r"gate\.by_policy_now: without \(s\.assertion_id is not null or not now\.passkeys\)",
        r"act\.publish: never refuses by_the_stricter_policy #2",
        r"act\.publish: without (s\.assertion_id is not null|not asks_for_passkeys)( #2)?",
    ],
    "Every article falls under the policy that is for always.": [
        r"act\.choose_tier: without called_for\.id is null", r"act\.submit: never refuses a_policy_covers_it",
    ],
    "The key own_address refuses the edition.": [
        r"act\.submit: without (slug = d ->> 'slug'|article_id = p_article #3)", r"act\.submit: never refuses own_address",
    ],
    "The check of the edition's row refuses the same.": [r"act\.submit: never refuses contacts_have_their_shape"],
    "The check of the end's row refuses the same; the act says besides since when.": [r"act\.end_passkey: never refuses ends_ever_earlier"],
    "The check of the checkpoint's row refuses the same.": [
        r"act\.publish_checkpoint: without (cardinality\(lines\) = 6|lines\[1\] ~ .*)",
    ],
    "It is only the hint that names what is missing.": [r"act\.publish: without n\.until is null #2"],
    "The check of the edition's row refuses the same, or the trigger of the fix's, which compares again.": [
        r"act\.submit_fix: never refuses (only_articles_are_fixed|fix_of_what_is_public)",
    ],
    "act.sign_off refuses the same, and the key where that is gone.": [
        r"reviews_signoff: of_a_known_fix", r"act\.signed: never refuses of_a_known_fix",
    ],
    "Beyond the end of an array all is null, which equals nothing.": [r"gate\.fix_edits: without (first < [nm]|k <> d)"],
    "gate.cleared_until at the start refuses the same.": [r"act\.publish: without until <= starts"],
    "No publication of an edition comes after its retraction.": [r"act\.publish: without p\.id <= t\.publication_id"],
    "The publications that are asked for are of that article.": [
        r"act\.publish: without (t\.article_id = e\.article_id.*|p\.article_id = t\.article_id)",
    ],
    "Nobody is verified or appointed before they have a secret.": [
        r"act\.enrol_secret: without exists \(select from reviews_(verification|appointment) where person_id = p_person\)",
        r"act\.enrol_secret: never refuses by_a_compliance_officer #2", r"act\.same_person: never refuses signing_secret_is_enrolled",
    ],
    "The number of the edition says its slug.": [r"act\.recheck: without s\.slug = e\.slug"],
    # The gate
    "Without “by” it is null, which is not false.": [r"gate\.fits: without not p_signers -> .*"],
    "credential_covers_the_topics refuses it when it is signed; under a newer policy: tests/test_tiers.py.": [
        r"gate\.fits: without \(case coalesce\(p_signers.*",
    ],
    "signs_exactly_this: a sign-off has its edition's digest.": [r"gate\.sign_offs: without s\.digest = .*"],
    "A publication is made after the signatures that it rests on.": [r"gate\.sign_offs: without s\.signed_at <= p_at"],
    "no_contributor_signs refuses it when it is signed.": [r"gate\.sign_offs: without not s\.reviewer_id = any \(e\.contributors\)"],
    "credential_in_force refuses it when it is signed.": [
        r"gate\.sign_offs: without (s\.verified_at <= s\.signed_at|s\.signed_at < s\.valid_until)",
    ],
    "credential_covers_the_topics and qualified_for_this_meaning refuse it when it is signed.": [r"gate\.sign_offs: without gate\.fits\(.*"],
    "nobody_verifies_themselves refuses the verification.": [r"gate\.sign_offs: without n\.officer_id <> n\.person_id"],
    "one_sign_off_per_reviewer: as many signatures are of as many people.": [
        r"gate\.signed: without (count\(distinct s\.reviewer_id\).*|s\.meaning <> 'change')",
    ],
    "One that does not count any more takes the whole publication with it, or is older than those that do.": [
        r"gate\.signed: without s\.counts.*",
    ],
    "Only cheaper: rules that a publication was made under were asked when it was made.": [
        r"gate\.missing_(disclaimers|statements): without \([ds]\.rulebook > p_rulebook or .*",
    ],
    "It ends with its signatures, which are asked too; sooner under a shorter policy: tests/test_tiers.py.": [
        r"gate\.standing: without p_at < p\.ends_at", r"gate\.fate: without p\.ends_at <= p_at",
    ],
    "act.publish refuses an edition that changes are asked of, and act.give_verdict asks none of what is public.": [
        r"gate\.standing: without v\.edition_id = .*",
    ],
    "act.publish asks for refusals by themselves, before.": [r"gate\.cleared_until: without v\.kind = 'refused'"],
    "A newer publication that has not started is coming itself.": [r"gate\.coming: without n\.starts_at <= p_at"],
    "Whoever knew a newer version that calls for the text carries that already.": [
        r"gate\.missing_disclaimers: without \(k\.drawn_by <> 'text' or .*", r"gate\.missing_statements: without not \(k\.always or .*",
        r"gate\.missing_(disclaimers|statements): without (k\.(always|topics|flags|designs).*|asks\(e\.words, k\.query\))",
    ],
    "The checks of the notice's row refuse the same.": [r"act\.draft_notice: never refuses notice_is_plain"],
    "Signs that nobody sees are not those of an English text either.": [r"gate\.against_rule: without not nothing_invisible\(shown\)"],
    "Articles alone are listed; what has ended does not stand; no statement is named like a disclaimer.": [
        r"gate\.hit_by: without (e\.kind = 'article'|l\.ends_at > p_at|p_kind = 'disclaimer')",
    ],
    KEYS: [
        r"gate\.hit_by: without e\.(id|digest) = .*", r"gate\.notices_in_force: without [sn]\.digest = p\.digest",
        r"gate\.notice: without s\.digest = n\.digest",
        r"gate\.(standing_statement|statement|condition_at|was_shown): without e\.(id|digest) = .*", r"gate\.was_shown: without [xp]\.id = .*",
        r"live\.(page|newest): without e\.(id|digest|article_id) = .*", r"live\.newest: without e\.kind = 'article'",
        r"live\.evidence: without ([xp]\.digest = .*|p\.edition_id = e\.id|x\.id = p\.edition_id)",
    ],
    "A text at a statement's address was signed all the same; statements keep their names (statement_keeps_its_name).": [
        r"gate\.standing_statement: without e\.(slug = p_slug|kind = 'statement')",
    ],
    "Nothing is adopted or checked ahead of its time; a clock that goes back only shortens a statement's time.": [
        r"gate\.(standing_statement|current_statements|policy_for|tier_of|verdicts|ageing_statements): without (\w\.)?(adopted_at|at) <= p_at",
        r"gate\.(required|missing)_(disclaimers|statements): without ([ds]\.)?adopted_at <= p_at",
        r"gate\.missing_(disclaimers|statements): without [ds]\.rulebook > p_rulebook",
    ],
    "Policies of articles and of statements share no name; what is null is not at least anything.": [
        r"gate\.tier_of: without (p\.kind = p_kind|found)",
    ],
    "The second fence behind note_draft_save: it refuses only where that is gone.": [r"gate\.save_is_noted: .*"],
    "A name that is null finds no address.": [r"gate\.current_statements: without f\.fallback is not null"],
    "Statements need no statements.": [r"gate\.lacking: without e\.kind = 'article'"],
    "Each row of the listing is asked of the gate; rows are made by topic.": [
        r"live\.newest: without (i\.starts_at <= at|at < i\.ends_at|\(p_topic = '' or .*)",
    ],
    "Only articles have a public address.": [r"(gate\.condition_at|live\.page): without e\.kind = 'article'"],
    "A sign-off that counts is one of those that the publication rests on.": [r"gate\.signatures: without c\.counts"],
}  # fmt: skip

ASKED_ELSEWHERE = {
    "It spares readers a row that other rules leave out too: tests/test_attack_reader.py compares what a question touches.": [
        r"(gate\.article_at|live\.page): without [xo]\.starts_at <= .*",
        r"live\.newest: without (s\.statements <@ current|not exists \( with recursive .*|e\.kind = 'article'.*|e\.statements > s\.statements|s\.statements is not null)",
    ],
    HISTORY: [
        r"gate\.(began|its_time|mended|was_shown|stood|stood_statements): .*", r"live\.elsewhere: .*", r"live\.page: without \(?(x\.id = p\.id|gate\.began).*",
    ],
    EVIDENCE: [r"gate\.(evidence_\w+|entered_at): .*", r"live\.evidence: .*"],
    "It says whether an answer may be kept for a moment: tests/test_public_kept.py.": [r"live\.(seen|asked_before|condition): .*"],
    "It is what the desk's lists say: tests/test_desk_board.py, test_admin.py.": [r"articles_state: .*"],
    "No act begins its transaction by an old view here: tests/test_gate_adoption.py.": [
        r"gate\.open_the_rulebook: never refuses sees_the_rules_as_they_are",
    ],
    "It is where a notice stands, as the desk says it: tests/test_notice.py, test_desk_notices.py.": [r"gate\.notice_states: .*"],
    "Arithmetic of signatures: tests/test_signature.py tries it with the field's vectors and with altered bits.": [
        r"gate\.(big_endian|bytes_of|reversed|inverse|power|bits|on_p256|p256_verifies|rsa_verifies|edwards_\w+|ed25519_verifies): .*",
        r"gate\.(base64url|from_base64url|client_said|public_key_fits|der_integers|signature_verifies|assertion_fault): .*",
    ],
    "It waits only behind another act: tests/test_passkey.py makes it wait.": [
        r"act\.sign_off_with_passkey: never refuses (passkey_is_certified #2|asked_within_five_minutes)",
    ],
    "Nothing in the scene is a file of a credential, which no text rests on: tests/test_credential_files.py tries each rule.": [
        r"reviews_credentialfile: .*", r"reviews_verification: verified_by_this_officer", r"act\.(attach|fetch)_file: .*",
        r"gate\.file_digest: .*",
    ],
    "A reviewer's page asks what a list asks, and gate.sign_offs: tests/test_reviewer_pages.py asks what else it tells.": [
        r"reviews_(standinginterests|interestscheck|signedpage): .*", r"act\.(declare|check)_interests: .*", r"gate\.standing_interests_facts: .*",
        r"live\.reviewer: .*",
    ],
    "Who could sign if passkeys were asked for, what they signed with secrets, and the act: tests/test_asking.py tries each rule.": [
        r"gate\.(tiers|without_passkeys|could_sign|stopped_by_passkeys|signed_with_secrets|passkeys_asked_facts): .*", r"act\.ask_for_passkeys: .*",
    ],
    "All sign-offs of one reviewer at once: tests/test_own_sign_offs.py.": [r"act\.revoke_all: .*"],
    "What readers never saw, where a list would stop: tests/test_public_lists.py.": [
        r"live\.newest: without gate\.began\(l\.publication_id\)"
    ],
    "Two people at once: tests/test_races.py.": [r"act\.publish: never refuses signed_by_enough_reviewers #2"],
    "Which rows of a statement an editor may hide: tests/test_statement_age.py.": [r"gate\.hides_a_row: .*"],
}  # fmt: skip


WHY = {
    re.compile(one): reason
    for group in (BEHIND_ANOTHER, ASKED_ELSEWHERE)
    for reason, names in group.items()
    for one in names
}


def why_not_noticed(mutant):
    """The reason why no question needs to notice it, or None."""
    return next((reason for pattern, reason in WHY.items() if pattern.fullmatch(mutant.name)), None)
