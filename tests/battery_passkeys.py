"""How passkeys are used and certified, how that is attacked, and their rows by hand."""

from cms.prove.attacks import publish
from tests.battery_ring import ADDED, ANSWERS, CERTIFICATES, OFFICERS
from tests.battery_rows import OF_FRESH, forged
from tests.battery_scene import OWNER
from tests.battery_words import q, verify
from tests.keys import b64

PAGES = ("by-passkey", "by-doctors-passkey", "shown")
SIGN = "select act.sign_off_with_passkey({{answer:{}}})"
CERTIFY = "select act.certify_reviewer({{certificate:{}}})"
ASSERTION = "insert into reviews_assertion (content, certificate_id, client_data, authenticator_data, signature, passkey_id) values"
CERTIFICATE = "insert into reviews_certificate (content, passkey_id, issuer_id, client_data, authenticator_data, signature) values"
OF_ROOT = "insert into reviews_certificate (content, passkey_id, root_id, signature{}) values ({{officers:{}}}{})"
AGAIN = (
    "insert into reviews_assertion (content, certificate_id, passkey_id, client_data, authenticator_data, signature) select content,"
    " certificate_id, passkey_id, client_data, authenticator_data, signature from reviews_assertion order by id desc limit 1"
)
NAMED = (
    "select act.register_credential({{second}}, '{}', '{}', 'physician', 'C', 'D', (select array_agg(slug) from articles_topic),"
    " clock_timestamp() + interval '360 days', {{officer}}, decode('{{officer_secret}}', 'hex'))"
)
LOST_BY = "id = {lost_sign_off}"  # the doctor's
LOST = "{passkey-seconds-lost}"  # it has ended
ITS_END = f"(select ends_at from reviews_passkeyend where passkey_id = {LOST})"
OF_NEWEST = OF_FRESH | {"assertion_id": "=(select max(id) from reviews_assertion)"}


def end(device, by, since="clock_timestamp()", reason="Lost"):
    return f"select act.end_passkey({{passkey-{device}}}, {since}, {by}, '{reason}')"


def end_by_hand(what, passkey, *, since="clock_timestamp()", earlier_than="null", by="{brief}"):
    return q(
        f"a passkey's end {what}",
        (OWNER, "insert into reviews_passkeyend (passkey_id, ends_at, earlier_than, by_id, at, reason) values"
                f" ({passkey}, {since}, {earlier_than}, {by}, clock_timestamp(), 'x')"),
    )  # fmt: skip


def row_by_hand(what, *before, **columns):
    return q(what, *before, forged("reviews_signoff", LOST_BY, OF_NEWEST | columns).steps[0])


PASSKEYS = [
    q("signed with a passkey and published", SIGN.format("right"), publish("fresh"), may_show=True),
    *(q(f"signed with a passkey: {how}", SIGN.format(how), publish("fresh"))
      for how in ANSWERS if how not in ("right", "a number for a text", "of an uncounting device", "of the newest")),
    q("signed with a passkey: a number for a text", SIGN.format("a number for a text")),
    *(q(f"signed under a certificate: {how}", CERTIFY.format(how), SIGN.format("of the newest"), publish("fresh"))
      for how in ("expired", "of tomorrow")),
    q("signed by who was certified now", CERTIFY.format("right"), SIGN.format("of the newest"), publish("fresh"), may_show=True),
    *(q(f"signed by who was certified {how}", CERTIFY.format(how), SIGN.format("of the newest"), publish("fresh"))
      for how in ("by another device", "by a reviewer", "by an ended passkey", "other facts", "of another site")),
    q("signed by who was certified under another root", "select act.certify_officer({officers:by another root})",
      CERTIFY.format("by a spare"), SIGN.format("of the newest"), publish("fresh")),
    q("signed with a passkey that does not count", CERTIFY.format("right"), SIGN.format("of an uncounting device")),
    q("the same answer twice", CERTIFY.format("right"), SIGN.format("of an uncounting device"), (OWNER, AGAIN)),
    q("signed after the officer lost theirs", end("officers", "{officer}"), SIGN.format("right")),
    q("signed with what a thief of the officer's certified", end("officers", "{officer}", "'2020-01-01'"), SIGN.format("right")),
    *(q(f"signed with a passkey under another {what}", NAMED.format(*named), SIGN.format("right"))
      for what, named in (("name", ("Dr Who", "physician")), ("profession", ("Of the proof", "surgeon")))),
    *(q(f"a reviewer's passkey certified: {how}", CERTIFY.format(how)) for how in CERTIFICATES),
    q("a reviewer's passkey certified twice", CERTIFY.format("right"), CERTIFY.format("right")),
    q("certified by a dismissed officer", (OWNER, "select act.dismiss({officer}, 'compliance')"), CERTIFY.format("right")),
    q("certified by a reviewer's passkey in office", (OWNER, "select act.appoint({second}, 'compliance')"),
      verify("{doctor_credential}", "second"), CERTIFY.format("of the doctor, by the second")),
    q("certified what another officer verified", (OWNER, "select act.appoint({stranger}, 'compliance')"),
      verify("{doctor_credential}", "stranger"), CERTIFY.format("of the doctor")),
    *(q(f"an officer's passkey certified: {how}", f"select act.certify_officer({{officers:{how}}})") for how in OFFICERS),
    *(q(f"a passkey added: {how}", f"select act.add_passkey({{added:{how}}})") for how in ADDED),
    q("root keys trusted", (OWNER, "select act.trust_root({root:})"), (OWNER, "select act.trust_root('no key')"),
      (OWNER, "select act.trust_root(convert_to('{{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + b64(b"\xff" * 32) + "\"}}', 'UTF8'))")),
    q("a root key by hand", (OWNER, "insert into reviews_rootkey (public_key) values ('no key')")),
    q("a root key by the application", "select act.trust_root('no key')"),
    q("counted by the application", "select act.counts_on({passkey-seconds}, decode('00', 'hex'))"),
    *(q(f"{whose} passkey ended {when}", end(device, f"{{{by}}}", since), looks=PAGES)
      for whose, device, by in (
          ("the second's", "seconds", "second"), ("the doctor's", "doctors", "doctor"), ("the officer's", "officers", "officer"),
          ("the other's", "briefs", "officer"))
      for when, since in (("now", "clock_timestamp()"), ("long ago", "'2020-01-01'"), ("tomorrow", "'2090-01-01'"))),
    q("a passkey ended for no reason", end("briefs", "{brief}", reason=" ")),
    q("a passkey ended by a stranger", end("seconds", "{stranger}", "'2020-01-01'"), looks=PAGES),
    q("a passkey ended twice", end("briefs", "{brief}"), end("briefs", "{brief}")),
    q("a passkey ended again, from earlier", end("seconds", "{second}"), end("seconds", "{second}", "'2020-01-01'"), looks=PAGES),
    q("a dismissed officer's passkey ended long ago", (OWNER, "select act.dismiss({officer}, 'compliance')"),
      end("officers", "{officer}", "'2020-01-01'"), looks=PAGES),
    q("a dismissed officer's passkey ended now", (OWNER, "select act.dismiss({officer}, 'compliance')"), end("officers", "{officer}")),
    q("no passkey ended", "select act.end_passkey(0, clock_timestamp(), {officer}, 'Lost')"),
    # By hand
    q("an answer with another passkey", (OWNER, ASSERTION + " ({answer:right}, {passkey-doctors})")),
    q("an answer as it is", (OWNER, ASSERTION + " ({answer:right}, {passkey-seconds})")),
    *(q(f"an answer by hand: {how}", (OWNER, ASSERTION + f" ({{answer:{how}}}, {{passkey-{device}}})"))
      for how, device in (("by another device", "seconds"), ("of an ended passkey", "seconds-lost"), ("asked long ago", "seconds"))),
    q("a certificate by hand, by another device", (OWNER, CERTIFICATE + " ({certificate:by another device})")),
    q("a reviewer's certificate by nobody", (OWNER, CERTIFICATE + " ({certificate:by nobody})")),
    q("an officer's certificate by no root", (OWNER, OF_ROOT.format("", "by no root", ""))),
    q("an officer's certificate with an answer", (OWNER, OF_ROOT.format(", client_data", "right", ", 'x'"))),
    end_by_hand("of none", "0"), end_by_hand("of nobody's", "{passkey-briefs}", by="0"),
    end_by_hand("as if it were the first", LOST), end_by_hand("from the same instant", LOST, since=ITS_END),
    end_by_hand("later than it has", LOST, earlier_than=ITS_END), end_by_hand("earlier than none", LOST, since="'2020-01-01'", earlier_than="'2021-01-01'"),
    row_by_hand("a sign-off with another's answer"),
    row_by_hand("a sign-off with an answer of another text", (OWNER, ASSERTION + " ({answer:the doctor's, of another}, {passkey-doctors})")),
    row_by_hand("a sign-off as if its policy asked", (OWNER, ASSERTION + " ({answer:the doctor's}, {passkey-doctors})"), passkeys=True),
    q("a sign-off that a passkey must make", forged("reviews_signoff", LOST_BY, OF_FRESH | {"passkeys": True}).steps[0]),
]  # fmt: skip
