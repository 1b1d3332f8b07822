"""The list of attacks and faults that must fail, and which tests try each. What no test can try yet says why.

A test is named `file::test`, without "test_"; `prove_gate::name` is an attack of `manage.py prove_gate`.
"""

from typing import NamedTuple


class Line(NamedTuple):
    what: str
    tests: str = ""
    not_yet: str = ""  # what of it no test can try, and why


NO_FILES = "Texts have no files or images of their own."
NO_REPLICA = "The tests have one server; a replica is set up by the operator."
NO_FACTOR = (
    "A code is checked by the web process; of a signature the database checks the signing secret, or the passkey."
)
NO_PREVIEW = "There is no preview link: drafts and editions are read at the desk, by people who signed in."
NO_MAIL = "No act sends mail or calls another site: mails tell of one's own password and second factors alone."

LIST = {
    # What may be seen
    1: Line("What any page, list or file shows is what is live, and lists and pages agree",
            "attack_web::list_and_page_agree mutants::scene_is_as_it_should_be public_lists::pages_follow_each_other_without_gap_or_repeat",
            "Feed, sitemap, search and suggestions do not exist."),
    2: Line("What nobody signed is invisible at every address, verb, parameter, header and cookie, also to a superuser",
            "attack_web::what_nobody_signed_is_invisible_at_every_address attack_web::no_verb_does_what_a_reader_may_not"
            " public_hidden::what_is_not_published_is_not_found"),
    3: Line("The bytes shown hash to the digest that was signed",
            "public_page::edition_json_is_what_was_signed story::from_an_empty_form_to_a_page_and_its_end"),
    4: Line("A snippet, name, topic or policy that changes after the signature changes no signed byte",
            "attack_rows::what_is_renamed_around_a_page_changes_no_signed_byte"
            " gate_publishing::what_a_statement_changes_after_signing_changes_no_signed_byte"),
    5: Line("Each required disclaimer is visible: on a phone, in print, without styles, without scripts",
            "public_browser::every_required_text_is_visible"),
    6: Line("A page is there up to its last microsecond, and not at its end: also in an old transaction or a kept page",
            "attack_rows::page_begins_and_ends_to_the_microsecond"
            " attack_sql::old_transaction_of_a_reader_no_longer_sees_what_was_revoked"
            " public_http::nothing_is_kept_beyond_the_end_of_a_sign_off"),
    7: Line("A revocation or suspension hides at once", "way::revocation_ends_the_page_at_once"
            " gate_signing::suspension_ends_pages_at_once public_kept::kept_page_is_shown_to_nobody_once_its_signature_is_gone",
            NO_REPLICA),
    8: Line("What is scheduled is invisible before its time, and shows then without any job, if it is still signed",
            "gate_publishing::scheduled_publication_is_invisible_until_it_starts"
            " gate_publishing::page_stopped_before_its_start_was_never_public"),
    9: Line("What is hidden and what never was answer alike", "attack_web::what_never_was_and_what_is_not_public_answer_alike"
            " attack_web::digest_of_a_hidden_text_is_no_key public_hidden::retracted_page_is_gone"
            " attack_reader::address_that_was_never_public_costs_what_an_address_of_nothing_costs"
            " sign_in::known_and_unknown_addresses_look_the_same",
            "What a question touches is compared, not how long it takes: on shared machines time proves nothing."),
    10: Line("A file of a hidden text is not downloadable", not_yet=NO_FILES),
    # Sign-off
    11: Line("A signature on one digest makes no other visible", "attack_rows::owner_writes_no_row_that_says_what_others_do_not"
             " gate_publishing::basis_names_only_signatures_of_that_edition public_hidden::newer_draft_and_edition_do_not_show"
             " prove_gate::sign_another_text"),
    12: Line("Whoever contributed, stands in a byline or submitted signs no edition of it",
             "way::writer_of_an_earlier_edition_stays_a_contributor way::reviewer_in_the_byline_cannot_sign"
             " gate_signing::who_once_stood_in_the_byline_or_submitted_signs_no_later_edition"
             " gate_evidence::whoever_saves_round_the_operation_is_a_contributor import_command::seeds_become_drafts_of_their_author"),
    13: Line("A lapsed, future, suspended or unfit credential signs nothing; what is shortened ends at once",
             "attack_rows::credential_that_is_not_in_force_signs_nothing gate_signing::wrong_specialty_cannot_sign"
             " prove_gate::sign_with_a_suspended_credential attack_rows::owner_writes_no_row_that_says_what_others_do_not"),
    14: Line("A signature outlives neither its credential (by 30 days) nor its policy",
             "attack_rows::page_outlives_the_credential_by_thirty_days_and_no_microsecond"
             " gate_signing::credential_verified_for_more_than_a_year_is_refused"),
    15: Line("Missing, empty, extra or doubled disclaimers are refused when an edition is frozen",
             "story::postgresql_keeps_no_edition_without_one_of_its_disclaimers gate_editions::owner_freezes_no_edition_that_breaks_a_rule"),
    16: Line("Nobody claims to need fewer, or takes another policy", "gate_editions::owner_freezes_no_edition_that_breaks_a_rule"
             " tiers::looser_policy_loosens_nothing_that_is_in_review tiers::stricter_policy_binds_what_is_in_review"),
    17: Line("A refusal after a signature closes it", "way::refusal_holds_for_later_editions_until_lifted"
             " way::changes_requested_end_the_review_of_that_edition prove_gate::publish_against_a_refusal"),
    18: Line("Another's factor, a used or a stale one signs nothing", "gate_signing::secret_of_another_person_signs_nothing"
             " second_factors::nothing_is_done_by_a_button_without_it second_factors::code_is_asked_for_after_the_password_and_is_good_once"
             " second_factors::session_from_before_the_factor_is_asked_for_it second_factors::recovery_code_opens_the_door_once"
             " second_component::code_is_good_once second_component::code_of_another_is_none"
             " second_component::no_other_proof_stands_for_the_passkey"
             " passkey::answer_is_used_once_and_the_count_goes_up passkey::nobody_signs_with_anothers_passkey_or_answer"
             " evidence_passkey::administrator_with_the_applications_password_makes_no_signature_that_the_checker_accepts", NO_FACTOR),
    19: Line("Ten wrong secrets lock in spite of a rollback; revoking stays possible; a right one leaves no debt",
             "gate_signing::wrong_secret_signs_nothing_and_locks_in_spite_of_rollback gate_signing::locked_signer_still_revokes"
             " attack_rows::right_secret_in_an_act_that_is_rolled_back_leaves_no_debt"),
    20: Line("What is shown for signing is what is signed", "desk_signing::another_digest_than_the_shown_is_refused"
             " draft_submitting::submitting_another_draft_than_was_shown_is_refused_in_words"),
    # Round the gate, with the application's own login
    21: Line("No insert, update, delete, truncate or copy on evidence", "gate_evidence::application_writes_no_evidence"
             " attack_sql::application_gets_no_further_by gate_evidence::owner_changes_no_evidence"),
    22: Line("No method of the ORM writes evidence", "gate_evidence::orm_writes_no_evidence attack_sql::no_method_of_the_orm_writes_evidence"),
    23: Line("No command or shell does", "attack_sql::fixture_with_a_forged_revocation_is_not_loaded attack_sql::flush_empties_nothing"
             " database_shell::shell_is_the_applications_own_login_and_gets_no_further"),
    24: Line("No setting of the session or of the role helps", "attack_sql::application_gets_no_further_by"
             " attack_sql::what_the_application_may_do_changes_no_decision gate_roles::session_settings_change_no_decision"
             " attack_sql::application_that_changes_its_roles_settings_shows_nothing_more_and_is_named"),
    25: Line("No name of one's own stands before ours", "attack_sql::application_gets_no_further_by schema::tampering_is_noticed"
             " prove_gate::look_for_names_elsewhere"),
    26: Line("Nothing is switched off, altered, dropped, granted or made", "attack_sql::application_gets_no_further_by"
             " gate_roles::application_login_gets_no_further"),
    27: Line("Signing secrets and other sessions are not read", "prove_gate::read_the_signing_secrets attack_sql::other_sessions_are_not_read"),
    28: Line("The admin changes no evidence: no form, action, list or copy", "admin::evidence_is_neither_added_nor_changed_nor_deleted"
             " attack_rows::no_screen_of_the_admin_copies_rows_or_changes_them_in_lists"),
    29: Line("A restored saved draft changes nothing that is public, and no other article",
             "draft_restoring::restoring_writes_a_new_draft_and_touches_no_evidence draft_restoring::a_saved_draft_of_another_article_is_not_found"),
    30: Line("What is imported is a draft", "import_command::seeds_become_drafts_of_their_author",
             "Copying, translating, merging and replacing in bulk do not exist."),
    31: Line("Deleting or leaving hides or is refused, and never selects an older text",
             "attack_rows::nothing_that_a_page_rests_on_can_be_deleted attack_rows::older_edition_never_comes_back_by_taking_the_newer_away"
             " admin::nobody_deletes_a_person admin::an_article_is_never_deleted"),
    32: Line("A form changes the fields that it shows", "draft_form::kind_and_origin_cannot_be_posted"),
    33: Line("A number that is none of ours, or another's, is not found", "attack_web::number_that_is_none_of_ours_is_not_found"
             " attack_web::edition_of_another_article_is_not_revoked_or_lifted_by_its_number"
             " desk_publishing::sign_off_of_another_edition_is_not_found_here"),
    34: Line("Rights of two credentials do not add up", "attack_rows::specialties_of_two_credentials_do_not_add_up"),
    # At once, and again
    35: Line("Two acts at once, in either order and any isolation, end as one after the other",
             "races::two_acts_at_once_end_as_one_after_the_other draft_conflicts::two_saves_in_the_same_instant_are_one_save_and_one_question"),
    36: Line("Two publications at once are one", "races::two_acts_at_once_end_as_one_after_the_other"
             " gate_publishing::public_edition_is_not_published_again_for_nothing"),
    37: Line("An older edition is not published without a reason", "gate_publishing::older_edition_needs_a_reason"),
    38: Line("What is published and revoked at once is not visible", "races::two_acts_at_once_end_as_one_after_the_other"),
    39: Line("The ledger of many writers has no gap, fork or double",
             "races::ledger_of_fifty_writers_at_once_has_no_gap_no_fork_and_no_double"),
    40: Line("An act that is repeated is done once", "races::act_repeated_because_its_answer_was_lost_is_done_once"
             " desk_signing::sending_the_form_twice_signs_once", NO_MAIL),
    # Killed, copied, restored
    41: Line("Killed at any moment: all or nothing", "backup::killed_server_loses_no_acknowledged_act_and_does_none_by_half"
             " draft_unsent::a_draft_sent_after_signing_out_is_put_back"),
    42: Line("An acknowledged revocation survives", "backup::killed_server_loses_no_acknowledged_act_and_does_none_by_half"
             " backup::copy_of_a_running_server_holds_every_act_that_was_acknowledged_before", NO_REPLICA),
    43: Line("After a change of server the site opens only with the revocations known elsewhere",
             "backup::older_backup_is_whole_and_shows_what_was_revoked_since_but_not_to_who_kept_a_checkpoint", NO_REPLICA),
    44: Line("A replica that lags answers nothing", "public_hidden::database_out_of_reach_is_503_in_fixed_words", NO_REPLICA),
    45: Line("A forged dump is refused, or found by verify; one without owners opens nothing",
             "backup_forged::forged_dump_that_breaks_a_rule_is_not_restored backup_forged::forged_dump_that_breaks_none_is_found_by_verify"
             " backup_forged::signature_forged_into_a_data_only_dump_is_found_by_verify backup_forged::dump_restored_without_owners_and_grants_opens_nothing"),
    46: Line("A restore from before a revocation is noticed",
             "backup::older_backup_is_whole_and_shows_what_was_revoked_since_but_not_to_who_kept_a_checkpoint"
             " backup::older_backup_that_grew_in_another_way_does_not_continue_the_kept_checkpoint",
             "The lost revocations are done again by people: no list of them is applied by itself."),
    47: Line("A logical copy of the tables is no source of pages", "attack_sql::application_gets_no_further_by", NO_REPLICA),
    48: Line("A clock that is wrong decides nothing", "attack_sql::instants_come_from_the_database_alone"
             " attack_rows::what_was_ended_by_a_clock_that_ran_ahead_is_ended_at_once"
             " attack_sql::old_now_neither_signs_nor_publishes_in_the_past",
             "That the server's own clock went back is not reported."),
    # Evidence
    49: Line("Every change has its one entry, in the same breath", "gate_evidence::every_act_has_its_entry_and_the_chain_holds"
             " gate_evidence::refused_act_leaves_nothing verify::nothing_is_found_where_nothing_was_done",
             "Refusals are kept by the server's log, where the operator sends it."),
    50: Line("An entry flipped, dropped, added or moved is noticed by who kept a checkpoint", "ledger::tampered_export_is_noticed"
             " ledger::rewritten_ledger_is_caught_by_whoever_kept_a_checkpoint"),
    51: Line("Text, signature and publication rewritten together are found", "verify::what_a_superuser_changed_is_named"
             " evidence_rewritten::what_a_superuser_altered_is_found_by_the_stranger_and_by_verify"
             " evidence_passkey_forged::no_rule_of_passkeys_bends_for_whoever_has_the_ledgers_key"
             " backup_forged::forged_dump_that_breaks_none_is_found_by_verify",
             "The site itself shows what the database holds: no signature is checked at each read."),
    52: Line("A trigger, constraint, function, view, grant or membership that differs is named", "schema::tampering_is_noticed"
             " mutants::manifest_names_every_mutant prove_gate::switch_a_trigger_off"),
    53: Line("Checkpoints that do not continue each other are noticed", "ledger::checkpoints_only_grow"
             " ledger::database_keeps_no_checkpoint_of_another_ledger"
             " ledger::stranger_keeps_a_checkpoint_and_sees_that_the_ledger_continues_it"),
    54: Line("What is kept can be checked without our code, database or network",
             "evidence_checker::checker_imports_nothing_but_the_standard_library ledger::tampered_export_is_noticed"),
    # The web
    55: Line("Who may open and do what is told for every address", "desk_doors::who_sees_which_screen desk_doors::who_may_take_which_step"
             " admin::each_role_may_what_its_group_says attack_web::somebody_without_a_group_opens_no_screen_behind_the_door"),
    56: Line("Hostile markup stays text under a strict policy", "draft_saving::hostile_markup_never_reaches_an_edition"
             " public_page::hostile_title_stays_text draft_restoring::hostile_saved_text_is_shown_as_text"
             " desk_doors::no_inline_style_or_script public_http::headers_allow_no_script_and_no_guessing"),
    57: Line("A preview is for one text and one reader", not_yet=NO_PREVIEW),
    58: Line("No shared cache gets what is not public", "public_http::no_page_asks_more_than_twice"
             " public_http::shared_caches_may_keep_pages_for_a_minute_browsers_ask_again_and_errors_are_not_kept"
             " attack_web::what_nobody_signed_is_invisible_at_every_address"),
    59: Line("Requests to elsewhere, uploads, slow patterns, redirects, guessing", "import_files::what_is_no_readable_text_is_refused_with_the_reason"
             " sign_in::door_leads_nowhere_else oidc::it_leads_nowhere_else oidc::answer_counts_once"
             " oidc::token_that_is_not_for_us_now_is_not_believed sign_in::guessing_a_password_comes_to_an_end second_factors::guessing_a_code_comes_to_an_end"
             " account::forgotten_password_by_mail second_factors::new_password_does_not_open_past_the_second_factor",
             "The site fetches nothing but what its own provider of sign-ins says, and takes files from compliance officers alone, at most 5 MB, and shows none; floods are for the server before it."),
    60: Line("Each rule that is taken away makes a test fail", "mutants::every_mutant_is_noticed mutants::reasons_are_of_mutants_that_there_are prove_gate::save_a_draft_as_nobody"
             " prove::a_hole_in_the_gate_is_noticed", "Decorators and checks in Python are not taken away one by one."),
    # From our own reading
    61: Line("Settings that switch triggers off, temporary tables and functions named like ours", "prove_gate::ignore_triggers_by_a_setting"
             " prove_gate::shadow_a_table prove_gate::shadow_a_function attack_sql::application_gets_no_further_by"),
    62: Line("A saved draft that is restored or changed by hand changes no edition",
             "draft_restoring::restoring_writes_a_new_draft_and_touches_no_evidence draft_restoring::looking_changes_nothing"),
    63: Line("Saving without a change makes nothing", "draft_saving::saving_without_a_change_keeps_nothing_and_makes_nobody_a_contributor"
             " admin_browser::opening_and_saving_changes_nothing"),
    64: Line("A disclaimer that cannot be seen is found", "public_browser::every_required_text_is_visible"),
    65: Line("Policies and topics that change while texts are in review clear nothing", "tiers::looser_policy_loosens_nothing_that_is_in_review"
             " tiers::policy_that_trusts_other_people_now_binds_what_is_in_review attack_rows::nothing_that_a_page_rests_on_can_be_deleted"),
    66: Line("A command that writes is somebody's, and signs nothing", "import_command::without_an_active_author_nothing_is_imported"
             " draft_saving::database_refuses_a_save_without_a_name"),
    67: Line("When everybody left, pages end and nothing is stuck",
             "attack_rows::site_whose_last_reviewer_and_officer_left_can_hide_pages_and_begin_anew"
             " public_hidden::without_any_signed_words_the_fixed_ones_stand"),
}  # fmt: skip

# What went wrong in other systems, where it is about what a database stores.
ELSEWHERE = {
    "An approval belongs to the page, and the newest text goes out with it": Line(
        "", "public_hidden::newer_draft_and_edition_do_not_show races::two_acts_at_once_end_as_one_after_the_other"),
    "A scheduler or a privileged person skips the review": Line(
        "", "gate_publishing::scheduled_publication_is_invisible_until_it_starts admin::a_superuser_has_no_way_past_the_gate"),
    "Steps are barred on screens alone": Line("", "gate_roles::application_login_publishes_nothing_unsigned"),
    "Readers' login reaches drafts": Line("", "gate_roles::reader_asks_the_public_functions_and_reads_no_table"
                                          " gate_roles::reader_learns_nothing_of_hidden_rows_by_errors"),
    "A second protocol publishes": Line("", "gate_evidence::application_writes_no_evidence attack_sql::application_gets_no_further_by"),
    "Editing changes what is published": Line("", "prove_gate::change_a_draft_after_its_edition_was_signed"),
    "Two publish at once": Line("", "races::two_acts_at_once_end_as_one_after_the_other"),
    "What is made is public by default": Line("", "prove_gate::complete_a_half_signed_edition,_and_let_it_go_public_by_itself"),
    "An author approves through a co-author, a bot or a colleague": Line(
        "", "prove_gate::sign_what_one_only_submitted gate_evidence::whoever_saves_round_the_operation_is_a_contributor"),
    "A tool edits approved texts in place": Line("", "gate_evidence::owner_changes_no_evidence prove_gate::owner_deletes_from_articles_edition"),
    "Deleting the newest brings an older one back": Line("", "attack_rows::older_edition_never_comes_back_by_taking_the_newer_away"),
    "Deleting a person deletes what they approved": Line("", "attack_rows::nothing_that_a_page_rests_on_can_be_deleted"),
    "One's own approval is only warned of": Line("", "prove_gate::sign_one's_own_text"),
    "A rehearsal does the real last step": Line("", "draft_submitting::what_only_the_act_can_say_is_listed_too_and_asking_leaves_nothing"),
    "A setting of the session switches triggers off": Line("", "prove_gate::ignore_triggers_by_a_setting"),
    "A queue and the database disagree after a restore": Line(
        "", "backup::readers_see_the_same_pages_with_the_same_digests gate_publishing::scheduled_publication_is_invisible_until_it_starts"),
}  # fmt: skip
