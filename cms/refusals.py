"""Refusals: what the database says no to, in words for the person in front of the screen.

Each sentence says what was not done, why, and what to do next; of a fix that is more it says "More than a fix: …". "Refused" is
the word of a reviewer's verdict alone. The key is the rule's name in PostgreSQL.
"""

from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction

SENTENCES = {
    # The draft, and its freezing
    "every_save_has_a_person": "This change was not saved: the database was not told who makes it. Sign in and save again.",
    "every_save_is_noted": "The database noted nobody for this change, so it keeps none of it: run `manage.py set_up`.",
    "article_exists": "There is no such article.",
    "draft_as_seen": "Not submitted: the draft was changed after you opened it. Read the newest draft, then submit that.",
    "title_is_chosen": "Not submitted: the title is still the one that the import proposed. Write your own, or keep it and "
    "untick “the title is a proposal”.",
    "something_new_to_submit": "Not submitted: this very text is the newest edition already, and its review is not finished "
    "or asked for changes. Change the draft, or wait for the review.",
    "a_policy_covers_it": "Not submitted: no review policy covers this text. Ask compliance which policy it falls under.",
    "own_address": "Not submitted: another article has, or once had, this address. Choose another address.",
    "plain_address": "Not submitted: the address may hold small letters, digits and single hyphens only, at most 100.",
    "title_is_written": "Not submitted: the title is empty or longer than 200 characters.",
    "summary_is_written": "Not submitted: the summary is empty. Write the two or three sentences that readers see first.",
    "body_is_written": "Not submitted: the body has no text.",
    "three_to_five_key_points": "Not submitted: an article has three to five key points. Add or remove some.",
    "article_has_a_topic": "Not submitted: no topic is chosen. The topics decide which warnings and which reviewers are needed.",
    "article_has_a_byline": "Not submitted: nobody stands in the byline. Name the people who wrote the article.",
    "funding_is_said": "Not submitted: it is not said who paid for this page. Choose that no company did, or name who did.",
    "markup_in_vocabulary": "Not submitted: the text holds markup that the editor does not know. Save the draft again; the "
    "editor removes it.",
    "links_are_plain": "Not submitted: a reference's or contact's link is no plain web, telephone or mail address.",
    "references_have_their_shape": "Not submitted: a volume, page numbers, DOI, PMID, PMCID or address of a reference does not "
    "look like one. Correct it, or leave it empty.",
    "language_is_english": "Not done: texts are in English. The rules know no other language's words.",
    "every_citation_has_a_reference": "Not submitted: the text cites a key, like [@key], that no reference has. Add the "
    "reference or correct the key.",
    "every_citation_is_readable": "Not submitted: a citation is not written as one. It looks like [@smith2022], or "
    "[@smith2022; @yang2023] for several: small letters, digits and hyphens, a semicolon and a space between.",
    "signs_of_an_english_text": "Not submitted: the text holds letters or signs that an English text is not written with, like "
    "look-alikes of other alphabets. Type these places anew, and write names in Latin letters.",
    "entities_are_plain": "Not submitted: the text holds markup that the editor does not know. Save the draft again.",
    "contacts_have_their_shape": "Not submitted: a contact is not complete. Each has a region, a name, an audience and links.",
    "statement_keeps_its_name": "Not submitted: a statement keeps its address, for articles ask for it by that.",
    "letters_of_one_script": "Not submitted: a word mixes Latin letters with look-alikes of another alphabet. Type it anew.",
    "no_stroked_letters": "Not submitted: the text holds letters with a stroke, like ł or ø, which readers take for "
    "plain ones and rules do not. Write plain letters; references and bylines keep such names as they are.",
    "no_invisible_characters": "Not submitted: the text holds invisible characters. Save the draft again; they are removed.",
    "no_control_signs": "Not submitted: the text holds control characters, like tabs. Save the draft again; they are removed.",
    "not_too_long": "Not submitted: the article is too long to be reviewed in one piece (60,000 characters at most). Split it.",
    "statement_short_form_fits": "Not submitted: the short form of a statement has at most 60 words.",
    "carries_required_disclaimers": "Not done: a disclaimer that this text must carry is missing from the edition, or a "
    "statement that it needs is not public. Submit the draft anew, or have the statement signed and published.",
    "names_every_contributor": "Not done: the edition does not name everybody who contributed to the article.",
    "same_kind": "Not done: an article cannot become a statement, nor the other way round.",
    # Passkeys that sign
    "public_key_fits": "Not added: this device makes keys of a kind that cannot sign here.",
    "registration_is_kept": "Not added: the device's answer is not whole. Try again.",
    "one_person_per_passkey": "Not added: this passkey is registered already.",
    "one_passkey_per_handle": "Not added: this passkey is registered already.",
    "root_is_ed25519": "Not trusted: a root key is a public Ed25519 key, as keyring.py prints it.",
    "reviews_rootkey_public_key_key": "Not trusted: this root key is trusted already.",
    "root_signed": "Not certified: no root key that this site trusts signed this statement.",
    "certificate_of_this_passkey": "Not certified: the statement is about another passkey, or another person's.",
    "certificate_is_canonical": "Not certified: the statement is not in its one canonical form.",
    "certificate_has_every_part": "Not certified: the statement lacks a part, or holds one too many.",
    "certificate_parts_are_typed": "Not certified: a part of the statement is of another kind than it should be.",
    "signed_by_root_or_officer": "Not certified: a root key certifies officers, and officers certify reviewers.",
    "certified_for_two_years_at_most": "Not certified: a certificate holds for two years at most.",
    "origin_names_the_site": "Not certified: the site's address is not one at which passkeys work.",
    "one_certificate_per_text": "This statement is kept already.",
    "certified_by_an_officer": "Not certified: only another person does that, a compliance officer whose own passkey is "
    "certified and has not ended.",
    "certificate_of_what_was_verified": "Not certified: the statement does not say what you verified. Verify the credential, "
    "then certify the passkey.",
    "passkey_is_certified": "Not signed: no certificate in force says that this passkey is yours. Ask a compliance officer.",
    "certified_as_shown": "Not signed: your passkey is certified under another name or profession than your credential now has. "
    "Ask a compliance officer to certify it anew.",
    "passkey_is_asked_for": "Not signed: this text is signed with a certified passkey. Add yours under “Signing keys”, and have "
    "a compliance officer certify it.",
    "passkeys_are_asked_once": "Not done: every tier asks for passkeys already.",
    "enough_have_passkeys": "Not done: too few reviewers have a certified passkey, so nobody could sign these tiers. Certify "
    "more first, under “Signing keys”.",
    "passkey_answers": "Not signed: what the passkey answered is no signature. Try again.",
    "passkey_answers_this": "Not signed: the passkey answered something else. Reload the page and sign again.",
    "passkey_of_this_site": "Not signed: the passkey answered at another address. Sign at the site's own.",
    "passkey_knows_its_owner": "Not signed: the passkey did not check that it is you, by finger, face or PIN.",
    "passkey_signed": "Not signed: this is not the signature of that passkey.",
    "passkey_counts_on": "Not signed: the passkey has counted this far before. It was used twice, or there are two of it: tell "
    "compliance.",
    "passkey_counts_each_once": "Not signed: the passkey has counted this far before. Try again.",
    "asked_within_five_minutes": "Not signed: more than five minutes went by. Read it once more and sign again.",
    "signed_once": "Not signed: this very answer of the passkey was used already.",
    "assertion_is_canonical": "Not signed: what was signed is not in its one canonical form.",
    "assertion_has_every_part": "Not signed: what was signed lacks a part, or holds one too many.",
    "assertion_parts_are_typed": "Not signed: a part of what was signed is of another kind than it should be.",
    "by_its_owner": "Not ended: only its owner or a compliance officer ends a passkey.",
    "ends_ever_earlier": "Not ended: this passkey has ended by then, and an end is never put off. Leave it, or choose an earlier "
    "time if somebody else had it before.",
    "one_end_from_an_instant": "Not ended: this passkey has ended already, from that very instant.",
    "ended_in_turn": "Not ended: somebody else ended this passkey in the same moment. Look at it again.",
    "takes_back_ones_own": "Not ended: that would take back certificates of other people’s passkeys and what they signed, and "
    "only a compliance officer does that. Choose a later time, or ask one.",
    "not_in_the_future": "Not ended: that time is still to come. Leave it empty to end the passkey now.",
    # Statements that age
    "something_to_check_again": "Not checked: this is not the standing edition of a statement with a maximum age. What was "
    "changed, revoked or refused needs signatures.",
    "checked_by_no_contributor": "Not checked: you contributed to this statement. Nobody checks their own words; it needs "
    "another compliance officer.",
    "source_is_named": "Not checked: say what you compared the statement with.",
    "a_row_to_hide": "Not hidden: the statement has no such row.",
    "a_row_is_left": "Not hidden: it is the last row that is shown. Take the statement down; what stands in for it is then "
    "shown.",
    "a_first_row_is_left": "Not hidden: it is the last of the rows that open every page. Take the statement down; what stands in "
    "for it is then shown.",
    "hidden_once": "This row is hidden already.",
    "max_age_in_hours": "Not done: the maximum age of a statement is given in hours.",
    "a_fallback_does_not_age": "Not done: what stands in for another statement has no maximum age.",
    # Safety notices
    "notice_says_something": "Not written: the notice has no words.",
    "sixty_words_at_most": "Not written: a notice has at most 60 words and 500 characters. Say the one thing that matters now.",
    "notice_is_plain": "Not written: a notice is one paragraph of plain letters, without links or unusual signs. Its link is the "
    "source.",
    "notice_has_no_control_signs": "Not written: the notice holds control characters, like tabs. Type it anew.",
    "notice_has_a_source": "Not written: name the source in at most 300 characters, as an https address or a citation.",
    "notice_has_every_part": "Not written: a part of the notice is missing.",
    "notice_touches_something": "Not written: choose the pages that the notice touches.",
    "notice_touches_what_there_is": "Not written: a topic or an article that the notice touches is not there.",
    "notice_is_there": "There is no such notice.",
    "signs_exactly_this_notice": "Not signed: this is not the notice that was shown to you. Open it again and read it.",
    "nobody_signs_their_own_notice": "Not signed: you wrote this notice. Another medical reviewer signs it.",
    "notice_is_signed_by_a_medic": "Not signed: a notice is signed by a physician, a pharmacist, a nurse practitioner or "
    "physician assistant, or a clinical psychologist.",
    "notice_ends_within_two_weeks": "Not signed: choose an end within the next 14 days.",
    "notice_is_signed_once": "Not signed: this notice is signed already.",
    "notice_is_signed": "Not published: no medical reviewer has signed this notice.",
    "publishes_exactly_this_notice": "Not published: this is not the notice that was shown to you. Open it again and read it.",
    "notice_signature_stands": "Not published: the credential of who signed this notice was suspended. Write it anew; another "
    "medical reviewer signs it.",
    "notice_is_published_by_another": "Not published: you signed this notice. Another person publishes it.",
    "notice_is_published_in_time": "Not published: the notice has ended.",
    "notice_is_published_once": "This notice is published already.",
    "notice_is_not_over": "Not done: this notice was ended. Write another one.",
    "notice_is_ended_once": "This notice was ended already.",
    # Fixes
    "fix_of_what_was_seen": "Not submitted: the page was changed after you opened it. Open it again and make the fix there.",
    "fix_of_what_is_public": "Not submitted: a fix is made of what readers see, and they do not see this edition now.",
    "only_articles_are_fixed": "Not submitted: a statement is short, and reviewed whole. Change its draft and submit that.",
    "something_to_fix": "Not submitted: nothing differs from what readers see.",
    "fix_changes_words_alone": "More than a fix: something else than the words of the text would change, or the review policy "
    "changed since. It goes through the draft and a full review.",
    "fix_keeps_its_structure": "More than a fix: paragraphs, lists, key points, line breaks or emphasis would change.",
    "fix_keeps_its_headings": "More than a fix: a heading would change.",
    "fix_keeps_its_links": "More than a fix: a link may get another address only if that begins with https://; telephone and "
    "mail addresses stay.",
    "fix_keeps_its_citations": "More than a fix: a citation would change or move.",
    "fix_keeps_its_punctuation": "More than a fix: a sign that can turn a sentence round would change. Only a full stop at the "
    "end of a paragraph may come or go.",
    "fix_keeps_its_numbers": "More than a fix: a number, an amount or a time would change.",
    "fix_keeps_its_negations": "More than a fix: a negation or an exception would change.",
    "fix_keeps_its_medicines": "More than a fix: the name of a medicine, drug or plant would change.",
    "fix_keeps_weighty_words": "More than a fix: a word would change on which the meaning hangs.",
    "fix_keeps_its_names": "More than a fix: a name, an abbreviation or a capital letter would change.",
    "fix_mends_slips_alone": "More than a fix: this word can't be changed, put in or left out by a fix, which mends slips of one "
    "letter and little words like “the”. Change the draft and submit it for a full review.",
    "fix_turns_no_word_around": "More than a fix: a word would turn into one that can mean its opposite.",
    "fix_moves_nothing": "More than a fix: a word would move to another place.",
    "fix_is_small": "More than a fix: over 5 % of the words would differ from the edition that was reviewed in full.",
    "fix_counts_its_words": "Not submitted: its words are not counted as the database counts them.",
    "full_review_stands": "Not signed: the signatures of the full review that this fix rests on do not stand any more. It "
    "needs a full review.",
    "fix_of_what_was_public_last": "Not published: another edition than the one that this fixes was published or scheduled "
    "since. Make the fix anew, or give the reason for going back.",
    # Signing
    "signs_exactly_this": "Not signed: this is not the text that was shown to you. Open the edition again and read it.",
    "signing_secret_is_enrolled": "Not done: this needs a signing secret, and none is enrolled yet. Everybody chooses their own "
    "on the desk, under “Signing secret”.",
    "signing_is_locked": "Not done: after ten wrong signing secrets signing is locked. A compliance officer can let you choose "
    "a new one; revoking a sign-off still works.",
    "same_person": "Not done: that is not your signing secret. After ten wrong tries signing is locked.",
    "with_this_credential": "Not signed: you have no verified credential. A compliance officer registers and verifies it.",
    "credential_in_force": "Not done: your credential is not in force. A compliance officer can verify it again, or "
    "register a new one if it was suspended.",
    "credential_covers_the_topics": "Not signed: your verified specialties do not cover all topics of this text. "
    "It needs a reviewer whose specialties do.",
    "no_contributor_signs": "Not signed: you contributed to this article, stand in its byline or submitted it. "
    "Nobody signs their own work; it needs another reviewer.",
    "meaning_is_asked_for": "Not signed: the review policy does not ask for a signature of this meaning.",
    "qualified_for_this_meaning": "Not signed: the review policy takes this signature from people of other qualifications than "
    "your verified one.",
    "interests_are_declared": "Not signed: declare your interests for this article. Write “None” if you have none.",
    "interests_are_short": "Not signed: say your interests in 300 characters. Readers see them beside your name.",
    "interests_are_plain": "Not signed: write your interests in plain letters, without links or unusual signs.",
    "one_sign_off_per_reviewer": "Not signed: you signed this edition already. Its other signatures must be other people's.",
    "no_changes_requested": "Not done: changes to this edition were requested, or it was refused. The writer submits a "
    "new edition.",
    # Verdicts
    "still_in_review": "Not requested: this edition is published, or will be, so its review has ended. Revoke your signature, "
    "ask an editor to take the page down, or refuse the article.",
    "on_exactly_this": "Not done: this is not the text that was shown to you. Open the edition again.",
    "reason_is_given": "Not done: give a reason. It stays with the record.",
    "a_refusal_in_force": "There is no refusal in force to lift.",
    "lifted_by_its_reviewer": "Not lifted: only the reviewer who refused lifts a refusal, or the medical lead overrules it.",
    "overruled_by_an_outsider": "Not overruled: the medical lead contributed to this article or signed it.",
    "something_to_revoke": "Not revoked: there is no such sign-off in force.",
    "sign_offs_as_shown": "Not ended: you signed another text since this list was shown to you. Read the list again.",
    "by_its_signer": "Not revoked: only the reviewer who signed, or a compliance officer, revokes a sign-off.",
    # Publishing
    "publishes_exactly_this": "Not published: this is not the text that was shown to you. Open the edition again.",
    "signed_by_enough_reviewers": "Not published: this edition does not carry every signature that its review policy asks "
    "for, each in force and each by another eligible reviewer who did not write it. Nobody can publish it until it does.",
    "no_refusal_in_force": "Not published: a reviewer refused this article as not fit to be published. That holds until the "
    "reviewer lifts it, or the medical lead overrules it.",
    "signed_when_it_starts": "Not published: at that time the sign-offs will have ended. Choose an earlier time.",
    "not_in_the_past": "Not published: a publication cannot start in the past. Leave the time empty to publish at once.",
    "retracted_for_good": "Not published: this edition was retracted because it was wrong. Correct the draft and submit it anew.",
    "reason_after_a_take_down": "Not published: the page was taken down. Say why it can come back.",
    "something_new_to_publish": "Not published: readers see this edition already, for as long as its sign-offs stand.",
    "no_silent_step_back": "Not published: a newer edition of this article was published already. To go back to this one, "
    "give the reason.",
    "starts_before_it_ends": "Not published: the sign-offs will have ended by then.",
    "something_to_take_down": "There is nothing to take down: the article was never published, or is taken down already.",
    # Tiers
    "by_the_stricter_policy": "Not published: the review policy became stricter after this edition was submitted, and a "
    "signature that it now asks for is missing or was made without a passkey. Submit the text again; the new edition comes "
    "under the newer policy.",
    "a_known_tier": "Not done: there is no such tier.",
    "another_tier": "Not done: that tier applies to this article already.",
    "lowered_by_compliance": "Not done: only a compliance officer lowers the tier of an article, with their signing secret.",
    # Reviewers
    "by_a_compliance_officer": "Not done: only a compliance officer, appointed by the operator, can do this, and never for "
    "themselves.",
    "nobody_verifies_themselves": "Not done: nobody verifies their own credential.",
    "credential_is_complete": "Not done: a credential needs name, profession, registration body, number and a specialty.",
    "credential_is_plain": "Not done: name and profession have at most 100 characters each, in plain letters, without links.",
    "known_qualification": "Not done: choose what the credential qualifies for.",
    "specialties_are_topics": "Not done: a specialty is not one of the topics.",
    "verified_for_a_year_at_most": "Not done: a credential is verified until a day in the future, a year ahead at most.",
    "of_this_credential": "There is no such credential.",
    "attached_by_who_checked": "Not kept: only the officer who made this verification keeps a file with it. Verify the "
    "credential again, and keep the file with that.",
    "file_is_pdf_png_or_jpeg": "Not kept: it is no PDF, PNG or JPEG, whatever its name says.",
    "file_is_small": "Not kept: a file has at most 5 MB.",
    "file_name_is_plain": "Not kept: give the file a short, plain name, of 100 characters at most.",
    "file_attached_once": "That file is kept with this verification already.",
    "file_is_there": "There is no such file.",
    "interests_of_a_reviewer": "Not declared: only a reviewer with a verified credential declares interests for all that "
    "they sign.",
    "standing_interests_are_said": "Not declared: write your interests, or “None” if you have none.",
    "standing_interests_are_short": "Not declared: say your interests in 300 characters. Readers see them on your page.",
    "standing_interests_are_plain": "Not declared: write your interests in plain letters, without links or unusual signs.",
    "interests_read_by_another": "Not shown: somebody else must read what you declare before readers do.",
    "interests_to_check": "Not shown: these interests are shown already, or there are none.",
    "suspended_once": "This credential is suspended already.",
    "appointed_once": "This person holds the office already.",
    "append_only": "Not done: evidence is only ever added to.",
    # Disclaimers and rules for statements
    "versions_count_up": "Not adopted: another version was adopted meanwhile. Start again from that one.",
    "known_code": "Not adopted: a code looks like D-LIVER: capital letters, digits and single hyphens after “D-”.",
    "known_statement": "Not adopted: there is no such statement.",
    "known_placement": "Not adopted: choose where the full form stands.",
    "drawn_by_the_frame": "Not adopted: every page has this one from its frame. It is changed with the site, not at the desk.",
    "rule_has_a_name": "Not adopted: write its name. Readers see it as a heading.",
    "rule_has_a_source": "Not adopted: say where it comes from, like a law, a guideline or a decision of yours.",
    "a_text_to_carry": "Not adopted: write the full form, and for the top of the page the short form too.",
    "disclaimer_in_plain_words": "Not adopted: the text holds markup, or letters or signs that an English text is not written "
    "with, like look-alikes of other alphabets. Type these places anew.",
    "rule_in_plain_words": "Not adopted: the rule holds letters or signs that no text can have, so it would find nothing. Type "
    "these places anew.",
    "every_term_says_something": "Not adopted: one of the words has no letter and no digit, so it would find nothing.",
    "no_empty_item": "Not adopted: one item of the rule is empty.",
    "rule_topics_are_known": "Not adopted: there is no such topic.",
    "crisis_help_on_every_page": "Not adopted: crisis help stands on every page. Choose every article.",
    "asks_for_something": "Not adopted: it is not said which articles must have it. Choose every article, or a topic, word, flag "
    "or study design; or withdraw it.",
    "says_when_it_binds": "Not adopted: choose when it binds pages that lack it.",
    "binds_in_the_year_to_come": "Not adopted: it binds from now or from an instant within a year. Leave the time empty for at "
    "once.",
    "pages_as_previewed": "Not adopted: more pages are hit by now than were shown to you. Read the list again.",
    "adopted_with_a_reason": "Not adopted: give a reason. It stays with the record.",
    "sees_the_rules_as_they_are": "Not done: the database was asked from an old view of the rules. Try again.",
    # The ledger
    "checkpoint_is_a_signed_note": "Not published: that is no signed checkpoint. Let the signer sign the newest entries first.",
    "checkpoint_of_this_ledger": "Not published: that checkpoint is not of this ledger as it stands.",
    "checkpoints_grow": "Not published: a checkpoint of that size or larger is public already.",
    # Drafts and people, kept by Django's own tables
    "one_article_per_address": "Not saved: another article has this address. Choose another one.",
    "one_person_per_email": "Somebody with this e-mail address exists already.",
    "volume_is_short": "Not saved: the volume of a reference has at most 50 letters, digits and plain signs, like 12(3).",
    "pages_are_short": "Not saved: the pages of a reference have at most 50 letters, digits and plain signs, like 963-977.",
    "doi_is_plain": "Not saved: a reference has no DOI where one is asked for. It looks like 10.1000/xyz123, without spaces, "
    "quotation marks, < or >.",
    "pmid_is_digits": "Not saved: a PMID has digits only.",
    "pmcid_is_plain": "Not saved: a PMCID is PMC and digits.",
    "url_is_plain": "Not saved: the address of a reference begins with https:// or http:// and has no spaces, quotation "
    "marks, < or >.",
    "one_reference_per_key": "Two references of this article have the same key.",
    "one_byline_per_person": "This person stands in the byline already.",
}


def as_fact(rule):
    """The sentence of a rule as a fact: without the "Not signed:" that belongs to a refusal."""
    fact = SENTENCES.get(rule, rule).split(": ", 1)[-1]
    return fact[0].upper() + fact[1:]


@contextmanager
def refusals_explained(using=DEFAULT_DB_ALIAS):
    """A transaction in which a rule's refusal is a ValidationError, its code the rule's name."""
    try:
        with transaction.atomic(using):
            yield
    except IntegrityError as error:
        diagnosis = error.__cause__.diag
        rule = diagnosis.constraint_name
        if rule not in SENTENCES:
            raise
        found = f" Found: {diagnosis.message_hint}" if diagnosis.message_hint else ""
        raise ValidationError(SENTENCES[rule] + found, code=rule) from error
