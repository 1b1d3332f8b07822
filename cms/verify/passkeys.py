"""What passkeys signed, verified anew: each signature, whose the passkey is by its certificate, and what the ledger says."""

from cms.verify.rows import Shares, found

SIGNED = {
    "certificate": ("reviews_certificate", """
        select c.id from reviews_certificate c left join reviews_rootkey r on r.id = c.root_id
        left join reviews_certificate i on i.id = c.issuer_id left join reviews_passkey k on k.id = i.passkey_id
        where c.id between %(low)s and %(high)s and (case
          when r.id is not null then gate.signature_verifies(r.public_key, c.content, c.signature)
          else doc(i.content) ->> 'certifies' = 'compliance officer' and gate.assertion_fault(k.public_key, c.client_data,
            c.authenticator_data, c.signature, sha256(c.content), doc(i.content) ->> 'site', doc(i.content) ->> 'origin') is null
        end) is not true"""),
    "answer of a passkey": ("reviews_assertion", """
        select a.id from reviews_assertion a join reviews_certificate c on c.id = a.certificate_id
        join reviews_passkey k on k.id = c.passkey_id
        where a.id between %(low)s and %(high)s and (doc(c.content) ->> 'certifies' = 'reviewer'
          and gate.assertion_fault(k.public_key, a.client_data, a.authenticator_data, a.signature, sha256(a.content),
            doc(c.content) ->> 'site', doc(c.content) ->> 'origin') is null) is not true"""),
}  # fmt: skip
OTHERWISE = {
    "The root key {} is not the one that was entered in the ledger.": """
        select r.id from reviews_rootkey r join cms_entry l on l.act = 'trust root' and doc(l.body) ->> 'root' = r.id::text
        where doc(l.body) ->> 'key' <> encode(sha256(r.public_key), 'hex')""",
    "The passkey {} is not the one that was entered in the ledger.": """
        select k.id from reviews_passkey k join cms_entry l on l.act = 'add passkey' and doc(l.body) ->> 'passkey' = k.id::text
        where doc(l.body) ->> 'key' <> encode(sha256(k.public_key), 'hex')""",
    "The certificate {} is of another passkey or person than its bytes say.": """
        select c.id from reviews_certificate c join reviews_passkey k on k.id = c.passkey_id
        where doc(c.content) ->> 'key' is distinct from encode(sha256(k.public_key), 'hex')
           or doc(c.content) ->> 'person' is distinct from k.person_id::text""",
    "The sign-off {} is not what its passkey signed.": """
        select s.id from reviews_signoff s join reviews_assertion a on a.id = s.assertion_id
        join reviews_certificate c on c.id = a.certificate_id, doc(a.content) said
        where said ->> 'edition' <> s.edition_id::text or said ->> 'digest' <> encode(s.digest, 'hex')
           or said ->> 'person' <> s.reviewer_id::text or said ->> 'meaning' <> s.meaning or said ->> 'interests' <> s.interests
           or doc(c.content) ->> 'person' <> s.reviewer_id::text""",
    "The sign-off {} stands, and its passkey, or the one that certified it, had ended.": """
        select s.id from (select passkey_id, min(ends_at) as ends_at from reviews_passkeyend group by 1) e,
          lateral gate.signed_since(e.passkey_id, e.ends_at) s""",
}


def check_passkeys(connection, progress, workers):
    for what, (table, question) in SIGNED.items():
        for share in progress(Shares(connection, table, question, workers)):
            for (pk,) in share:
                yield f"The {what} {pk} is not signed by whom it names."
    for sentence, question in progress(OTHERWISE.items()):
        for (pk,) in found(connection, question):
            yield sentence.format(pk)
