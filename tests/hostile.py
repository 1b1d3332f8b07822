"""What somebody tries who holds the application's own password, or the reader's: statements that must be refused.

`ATTACKS`: name: (whose login, the statement, what refuses it: SQLSTATEs or rules). Names in braces are the machine's.
`SETTINGS` go through, and must change nothing.
"""

from cms.prove.attacks import EVIDENCE

NO = {"42501"}

ATTACKS = {
    "forge a sign-off": ("app", """insert into public.reviews_signoff (edition_id, digest, contributors, topics, policy_id,
        requires, review_after, ends_after, signers, verification_id, credential_id, reviewer_id, reviewer_name, profession,
        qualification, specialties, verified_at, valid_until, meaning, interests, signed_at, review_due_at, ends_at)
        select e.id, e.digest, e.contributors, e.topics, p.id, p.requires, p.review_after, p.ends_after, p.signers, v.id,
          v.credential_id, v.person_id, v.name, v.profession, v.qualification, v.specialties, v.verified_at, v.valid_until,
          p.requires[1], 'None', now(), now() + p.review_after, now() + p.ends_after
        from public.articles_edition e join public.reviews_policy p on p.id = e.policy_id, public.reviews_verification v
        where e.id = {edition} and v.person_id = {doctor}""", NO),
    "forge a publication": ("app", """insert into public.articles_publication (article_id, edition_id, digest, starts_at,
        ends_at, published_by_id, published_at, rulebook) values ({article}, {edition}, '\\x{digest}', now(),
        now() + interval '1 day', {editor}, now(), 0)""", NO),
    "make it rest on a sign-off": ("app", """insert into public.reviews_basis (publication_id, sign_off_id, edition_id, digest)
        select max(id), {sign_off}, {edition}, '\\x{digest}' from public.articles_publication""", NO),
    "undo a revocation": ("app", "delete from public.reviews_revocation where sign_off_id = {sign_off}", NO),
    "lengthen a publication": ("app", "update public.articles_publication set ends_at = 'infinity'", NO),
    "change an edition": ("app", "update public.articles_edition set content = '{{}}' where id = {edition}", NO),
    "give an edition another article": ("app", "update public.articles_edition set article_id = 1", {"42501", "428C9"}),
    "copy in a sign-off": ("app", "copy public.reviews_signoff from stdin", NO),
    "publish unsigned, by the inner way": ("app", "select act.enter('publish', {editor}, '{{}}')", NO),
    "give a verdict by the inner way": ("app", "select act.give_verdict('refused', {edition}, '\\x', {doctor}, 'x')", NO),
    "prove somebody else": ("app", "select act.same_person({doctor}, '\\x00')", NO),
    "appoint oneself": ("app", "select act.appoint({stranger}, 'compliance')", NO),
    "become the acts": ("app", "set role leaf_acts", NO),
    "become the owner": ("app", "set session authorization leaf_owner", NO),
    "switch triggers off": ("app", "set session_replication_role = replica", NO),
    "disable a trigger": ("app", "alter table public.articles_edition disable trigger all", NO),
    "drop a check": ("app", "alter table public.reviews_signoff drop constraint no_contributor_signs", NO),
    "replace a question": ("app", """create or replace function gate.set_aside(p_edition bigint) returns boolean
        language sql as 'select false'""", NO),
    "shadow a table": ("app", "create temporary table reviews_signoff (id int)", NO),
    "shadow a function": ("app", "create function public.clock_timestamp() returns timestamptz language sql as 'select now()'",
                          NO),
    "read the secrets": ("app", "select hash from public.reviews_signingsecret", NO),
    "count wrong tries anew": ("app", """do $$ begin execute (select format('select setval(''secret.tries_%s'', 1, false)',
        max(id)) from public.reviews_signingsecret where person_id = {doctor}); end $$""", NO),
    "write a draft's saver away": ("app", "delete from public.articles_draftsave where article_id = {article}", NO),
    "turn an article into a statement": ("app", "update public.articles_article set kind = 'statement' where id = {article}",
                                         NO),
    "be another person": ("app", "update public.cms_person set id = -id where id = {writer}", NO),
    "suspend as nobody": ("app", "select act.suspend_credential({credential}, null, 'x')",
                          {"by_a_compliance_officer", "suspended_once", "23502"}),
    "publish no text": ("app", "select act.publish({edition}, null, {editor}, null, 'x')", {"publishes_exactly_this"}),
    "sign as nobody": ("app", "select act.sign_off({edition}, '\\x{digest}', null, '\\x00', 'medical accuracy', 'None')",
                       {"signing_secret_is_enrolled", "signs_exactly_this"}),
    "lock a page for good": ("app", "lock table public.articles_publication in exclusive mode", {"42501", "25P01"}),
    "read drafts as a reader": ("reader", "select * from public.articles_article", NO),
    "read editions as a reader": ("reader", "select content from public.articles_edition where id = {edition}", NO),
    "ask the gate as a reader": ("reader", "select gate.shown({article}, now())", NO),
    "act as a reader": ("reader", "select act.publish({edition}, '\\x{digest}', {editor}, null, '')", NO),
    "bring a page back as a reader": ("reader", "set local transaction_read_only = off; delete from public.articles_takedown",
                                      NO),
    **{f"delete from {table}": ("app", f"delete from public.{table}", NO) for table in EVIDENCE},
    **{f"truncate {table}": ("app", f"truncate public.{table} cascade", NO) for table in EVIDENCE},
    **{f"insert into {table}": ("app", f"insert into public.{table} default values", NO) for table in EVIDENCE},
}  # fmt: skip

SETTINGS = [
    "set search_path = pg_temp, live, public",
    "set search_path = ''",
    "set timezone = 'Pacific/Kiritimati'",
    "set datestyle = 'SQL, DMY'",
    "set intervalstyle = 'sql_standard'",
    "set default_text_search_config = 'pg_catalog.french'",
    "set bytea_output = 'escape'",
    "set transform_null_equals = on",
    "set array_nulls = off",
    "set row_security = off",
    "set extra_float_digits = -15",
    "set enable_indexscan = off",
    "set plan_cache_mode = force_custom_plan",
    "set default_transaction_isolation = 'serializable'",
    "set default_transaction_isolation = 'repeatable read'",
    "set pgtrigger.ignore = 'all'",
]
