"""Evidence and ledger against each other, and every publication against the gate at the time it was made and now."""

from cms.verify.rows import Shares, found

# What each act leaves, and under which name its entry speaks of it: (what, acts, key in the entry, rows as id, digest, actor).
# What can be there more than once has two keys.
RECORD = [
    ("edition", ["submit", "submit fix"], "edition", "select id::text, digest, submitted_by_id from articles_edition"),
    ("fix", ["submit fix"], "edition", "select edition_id::text, digest, by_id from articles_fix"),
    ("sign-off", ["sign off"], "sign_off", "select id::text, digest, reviewer_id from reviews_signoff"),
    ("revocation", ["revoke"], "sign_off", """select r.sign_off_id::text, s.digest, r.by_id
                                              from reviews_revocation r join reviews_signoff s on s.id = r.sign_off_id"""),
    ("verdict", ["changes requested", "refused"], "verdict", "select id::text, digest, reviewer_id from reviews_verdict"),
    ("lift of a refusal", ["lift refusal"], "verdict", "select verdict_id::text, null::bytea, by_id from reviews_lift"),
    ("publication", ["publish"], "publication", "select id::text, digest, published_by_id from articles_publication"),
    ("chosen tier", ["choose tier"], "tier", "select id::text, null::bytea, by_id from reviews_chosentier"),
    ("re-check", ["check again"], "recheck", "select id::text, digest, officer_id from reviews_recheck"),
    ("hidden row", ["hide row"], "hidden_row", "select id::text, digest, by_id from articles_hiddenrow"),
    ("safety notice", ["draft notice"], "notice", "select id::text, sha256(content), drafted_by_id from reviews_notice"),
    ("signature of a notice", ["sign notice"], "notice_signature",
     "select id::text, digest, reviewer_id from reviews_noticesignature"),
    ("publication of a notice", ["publish notice"], "notice_publication",
     "select id::text, digest, published_by_id from reviews_noticepublication"),
    ("end of a notice", ["end notice"], "notice_end", "select id::text, null::bytea, by_id from reviews_noticeend"),
    ("disclaimer", ["adopt disclaimer"], "disclaimer",
     "select id::text, null::bytea, adopted_by_id from articles_disclaimer where adopted_by_id is not null"),
    ("rule for a statement", ["adopt statement rule"], "statement_rule",
     "select id::text, null::bytea, adopted_by_id from articles_statement where adopted_by_id is not null"),
    ("request for passkeys", ["ask for passkeys"], "asked", "select id::text, null::bytea, by_id from reviews_passkeysasked"),
    ("take-down", ["taken down"], "publication",
     "select publication_id::text, null::bytea, by_id from articles_takedown where kind = 'taken down'"),
    ("retraction", ["retracted"], "publication",
     "select publication_id::text, null::bytea, by_id from articles_takedown where kind = 'retracted'"),
    ("verification", ["verify credential"], "verification", "select id::text, null::bytea, officer_id from reviews_verification"),
    ("file of a credential", ["attach file"], "file",
     "select id::text, gate.file_digest(id), officer_id from reviews_credentialfile"),
    ("declaration of interests", ["declare interests"], "interests",
     "select id::text, null::bytea, person_id from reviews_standinginterests"),
    ("check of interests", ["check interests"], "interests",
     "select declaration_id::text, null::bytea, officer_id from reviews_interestscheck"),
    ("suspension", ["suspend credential"], "credential",
     "select credential_id::text, null::bytea, by_id from reviews_suspension"),
    ("appointment", ["appoint"], "appointment", "select id::text, null::bytea, null::bigint from reviews_appointment"),
    ("dismissal", ["dismiss"], "appointment", "select appointment_id::text, null::bytea, null::bigint from reviews_dismissal"),
    ("root key", ["trust root"], "root", "select id::text, null::bytea, null::bigint from reviews_rootkey"),
    ("passkey", ["add passkey"], "passkey", "select id::text, null::bytea, person_id from reviews_passkey"),
    ("certificate", ["certify officer", "certify reviewer"], "certificate",
     "select id::text, sha256(content), null::bigint from reviews_certificate"),
    ("end of a passkey", ["end passkey"], "passkey ends_at",
     "select passkey_id || ', ' || gate.instant(ends_at), null::bytea, by_id from reviews_passkeyend"),
    ("checkpoint", ["checkpoint"], "size", "select size::text, null::bytea, null::bigint from cms_checkpoint"),
]  # fmt: skip


# Whose entry holds the digest of what readers are told of the row: (what, act, key in the entry, function, rows as id).
# Entries from before there was such a digest hold none.
TOLD = [
    ("sign-off", "sign off", "sign_off", "gate.sign_off_facts", "reviews_signoff"),
    ("verification", "verify credential", "verification", "gate.verification_facts", "reviews_verification"),
    ("publication", "publish", "publication", "gate.publication_facts", "articles_publication"),
    ("declaration of interests", "declare interests", "interests", "gate.standing_interests_facts", "reviews_standinginterests"),
    ("re-check", "check again", "recheck", "gate.recheck_facts", "reviews_recheck"),
    ("hidden row", "hide row", "hidden_row", "gate.hidden_row_facts", "articles_hiddenrow"),
    ("signature of a notice", "sign notice", "notice_signature", "gate.notice_signature_facts", "reviews_noticesignature"),
    ("publication of a notice", "publish notice", "notice_publication", "gate.notice_publication_facts",
     "reviews_noticepublication"),
    ("disclaimer", "adopt disclaimer", "disclaimer", "gate.disclaimer_facts", "articles_disclaimer"),
    ("rule for a statement", "adopt statement rule", "statement_rule", "gate.statement_rule_facts", "articles_statement"),
    ("request for passkeys", "ask for passkeys", "asked", "gate.passkeys_asked_facts", "reviews_passkeysasked"),
]  # fmt: skip

# Rows that keep their reason beside the ledger's: (what, act, key in the entry, rows as id, reason).
REASONS = [
    ("fix", "submit fix", "edition", "select edition_id, reason from articles_fix"),
    ("revocation", "revoke", "sign_off", "select sign_off_id, reason from reviews_revocation"),
    ("verdict", "changes requested", "verdict", "select id, reason from reviews_verdict"),
    ("verdict", "refused", "verdict", "select id, reason from reviews_verdict"),
    ("lift of a refusal", "lift refusal", "verdict", "select verdict_id, reason from reviews_lift"),
    ("take-down", "taken down", "publication", "select publication_id, reason from articles_takedown where kind = 'taken down'"),
    ("retraction", "retracted", "publication", "select publication_id, reason from articles_takedown where kind = 'retracted'"),
    ("chosen tier", "choose tier", "tier", "select id, reason from reviews_chosentier"),
    ("re-check", "check again", "recheck", "select id, reason from reviews_recheck"),
    ("hidden row", "hide row", "hidden_row", "select id, reason from articles_hiddenrow"),
    ("end of a notice", "end notice", "notice_end", "select id, reason from reviews_noticeend"),
    ("disclaimer", "adopt disclaimer", "disclaimer", "select id, reason from articles_disclaimer"),
    ("rule for a statement", "adopt statement rule", "statement_rule", "select id, reason from articles_statement"),
    ("request for passkeys", "ask for passkeys", "asked", "select id, reason from reviews_passkeysasked"),
    ("suspension", "suspend credential", "credential", "select credential_id, reason from reviews_suspension"),
    ("end of a passkey", "end passkey", "passkey ends_at",
     "select passkey_id || ', ' || gate.instant(ends_at), reason from reviews_passkeyend"),
]  # fmt: skip


def of_entry(key):
    """What an entry calls its row, in SQL."""
    return " || ', ' || ".join(f"(doc(body) ->> '{part}')" for part in key.split())


def check_record(connection, progress, workers):
    """Each row has its entry, with the same digest and actor and facts, and each entry its row."""
    for what, act, key, function, table in TOLD:
        question = f"""
            select t.id from cms_entry l join {table} t on t.id = (doc(l.body) ->> '{key}')::bigint
            where l.seq between %(low)s and %(high)s and l.act = '{act}'
              and doc(l.body) ->> 'facts' <> gate.facts_digest({function}(t.id))"""  # noqa: S608 (names from above)
        for share in progress(Shares(connection, "cms_entry", question, workers, key="seq", size=5000)):
            for (pk,) in share:
                yield f"The {what} {pk} is not what was entered in the ledger."
    for what, act, key, rows in REASONS:
        for (pk,) in found(
            connection,
            f"""select t.id from ({rows}) t (id, reason) join cms_entry l on {of_entry(key)} = t.id::text
                where l.act = %s and l.reason <> t.reason""",  # noqa: S608
            act,
        ):
            yield f"The reason of the {what} {pk} is not what was entered in the ledger."
    for what, acts, key, rows in progress(RECORD):
        for pk, has_row, has_entry in found(
            connection,
            f"""select coalesce(t.id, l.id), t.id is not null, l.id is not null from ({rows}) t (id, digest, actor)
                full join (select {of_entry(key)} as id, decode(doc(body) ->> 'digest', 'hex') as digest, actor_id
                           from cms_entry where act = any(%s)) l on l.id = t.id
                where t.id is null or l.id is null or t.digest is distinct from coalesce(l.digest, t.digest)
                   or (t.actor is not null and t.actor is distinct from l.actor_id)""",  # noqa: S608
            acts,
        ):
            if not has_entry:
                yield f"The {what} {pk} has no entry in the ledger."
            elif not has_row:
                yield f"The ledger has the {what} {pk}, and there is none."
            else:
                yield f"The {what} {pk} is not what its entry in the ledger says."


# That digests are those of the bytes, and that fixes are of what their bytes say, was asked of every edition before.
PUBLICATIONS = {
    "is of another text than its edition": """
        select p.id from articles_publication p left join articles_edition e on e.id = p.edition_id
        where e.digest is distinct from p.digest or e.article_id <> p.article_id""",
    "was made without every signature that its policy asks for": """
        select p.id from articles_publication p
        join articles_edition e on e.id = p.edition_id
        join reviews_policy y on y.id = e.policy_id
        left join articles_fix f on f.edition_id = e.id
        left join articles_edition r on r.id = f.root_id,
          unnest(case when r.id is null then y.requires else y.requires || 'change'::text end) asked (meaning)
        where not exists (
          select from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
          join articles_edition x on x.id = case asked.meaning when 'change' then e.id else coalesce(r.id, e.id) end
          where b.publication_id = p.id and s.edition_id = x.id and s.digest = x.digest and s.meaning = asked.meaning
            and (r.id is null or r.digest = f.root_digest)
            and s.signed_at <= p.published_at and p.published_at < s.ends_at and p.ends_at <= s.ends_at
            and not s.reviewer_id = any (e.contributors)
            and not exists (select from reviews_revocation r where r.sign_off_id = s.id and r.at <= p.published_at)
            and not exists (select from reviews_suspension u where u.credential_id = s.credential_id and u.at <= p.published_at)
            and exists (select from reviews_verification v where v.id = s.verification_id and v.person_id = s.reviewer_id
                          and v.verified_at <= s.signed_at and s.signed_at < v.valid_until
                          and gate.fits(y.signers, s.meaning, v.qualification, v.specialties, e.topics)))""",
    "was made without a passkey that was asked for then": """
        select distinct p.id from reviews_policy n
        join reviews_policy y on y.name = n.name
        join articles_edition e on e.policy_id = y.id
        join articles_publication p on p.edition_id = e.id,
          unnest(case e.root_id when 0 then n.requires else n.requires || 'change'::text end) asked (meaning)
        where n.passkeys and (n.id = y.id or n.version = (
            select max(v.version) from reviews_policy v where v.name = n.name and v.adopted_at <= p.published_at))
          and not exists (select from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
                          where b.publication_id = p.id and s.meaning = asked.meaning and s.assertion_id is not null)""",
    "rests on two signatures of one person": """
        select b.publication_id from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
        where s.meaning <> 'change' group by b.publication_id, s.reviewer_id having count(*) > 1""",
    "was made against a verdict or a refusal": """
        select p.id from articles_publication p join articles_edition e on e.id = p.edition_id
        join reviews_verdict v on v.article_id = p.article_id and v.at <= p.published_at
          and (v.kind = 'refused' or v.edition_id in (e.id, e.root_id))
        where not exists (select from reviews_lift l where l.verdict_id = v.id and l.at <= p.published_at)""",
    "is shown as a statement, and is too old": """
        select c.publication_id
        from gate.current_statements(array(select distinct slug from articles_statement), clock_timestamp()) c
        join articles_statement n on n.slug = c.slug
          and n.version = (select max(version) from articles_statement where slug = c.slug)
        where greatest((select max(s.signed_at) from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
                        where b.publication_id = c.publication_id),
                       (select max(r.at) from reviews_recheck r where r.edition_id = c.edition_id))
              + n.max_age <= clock_timestamp()""",
    "is shown, and its signatures do not stand now": """
        with fallen as materialized (
          select p.id, p.article_id from articles_publication p
          where not (p.starts_at <= clock_timestamp() and clock_timestamp() < p.ends_at)
          union
          select b.publication_id, p.article_id from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
          join articles_publication p on p.id = b.publication_id
          where s.ends_at <= clock_timestamp() or exists (select from reviews_revocation r where r.sign_off_id = s.id)
            or exists (select from reviews_suspension u where u.credential_id = s.credential_id)
          union
          select p.id, p.article_id from articles_takedown t
          join articles_publication p on p.article_id = t.article_id and p.id <= t.publication_id)
        select f.id from fallen f where exists (select from gate.shown(f.article_id, clock_timestamp()) p where p.id = f.id)""",
}


NOTICES = {
    "has columns that do not say what its bytes say": """
        select n.id from reviews_notice n, doc(n.content) d where n.digest <> sha256(n.content) or n.text <> d ->> 'text'
          or n.source <> d ->> 'source' or n.everywhere <> (d ->> 'everywhere')::boolean or n.topics <> texts(d -> 'topics')
          or n.articles <> numbers(d -> 'articles')""",
    "was published without the signature of a medical reviewer who did not write it": """
        select p.notice_id from reviews_noticepublication p
        where not exists (
          select from reviews_noticesignature s join reviews_notice n on n.id = s.notice_id
          join reviews_verification v on v.id = s.verification_id and v.person_id = s.reviewer_id
          where s.notice_id = p.notice_id and s.digest = sha256(n.content) and s.reviewer_id <> n.drafted_by_id
            and s.reviewer_id <> p.published_by_id and p.ends_at = s.ends_at
            and s.ends_at <= s.signed_at + interval '336 hours' and v.verified_at <= s.signed_at and s.signed_at < v.valid_until
            and v.qualification in ('physician', 'pharmacist', 'nurse practitioner or physician assistant',
                                    'clinical psychologist'))""",
}


NOT_IN_OFFICE = """
    select r.id from reviews_recheck r join reviews_appointment a on a.id = r.appointment_id
    left join reviews_dismissal d on d.appointment_id = a.id
    where a.person_id <> r.officer_id or a.office <> 'compliance' or a.appointed_at > r.at or d.at <= r.at"""


def check_publications(connection, progress, workers):
    for (pk,) in found(connection, NOT_IN_OFFICE):
        yield f"The re-check {pk} was made by somebody who was not in office."
    for fault, question in NOTICES.items():
        for (pk,) in found(connection, question):
            yield f"The safety notice {pk} {fault}."
    for fault, question in progress(PUBLICATIONS.items()):
        for (pk,) in found(connection, question):
            yield f"Publication {pk} {fault}."
