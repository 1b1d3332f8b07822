"""The scene of the proof: invented people, and a text in every stage, made by the acts as the application makes them."""

import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cms.postgresql import ServerProblem

BODY = "<p>People were asked how they slept. Nobody can say yet what it maens.</p>"


def play(connection, say):
    """Make people, statements and texts in the open transaction of `connection`. Returns all that attacks need, by name."""
    mark = f"proof-{secrets.token_hex(4)}"
    scene = {"mark": mark, "zeros": "00" * 32}
    as_app(connection)
    for role in ("writer", "doctor", "second", "lawyer", "officer", "editor", "stranger"):
        scene[role] = person(connection, f"{role}@{mark}.invalid", f"{role.title()} of the proof")
    for role in ("doctor", "second", "lawyer", "officer", "stranger"):
        scene[f"{role}_secret"] = enrol(connection, scene[role])
    connection.execute("set local session authorization leaf_owner")
    connection.execute("select act.appoint(%s, 'compliance')", [scene["officer"]])
    ask_for_no_passkeys(connection)
    as_app(connection)
    for role in ("doctor", "second"):
        scene[f"{role}_credential"] = credential(connection, scene, role)
    credential(connection, scene, "lawyer", "lawyer or regulatory specialist")
    scene["passkey"] = passkey(connection, scene["doctor"])
    connection.execute("select set_config('signed_leaf.person', %s, true)", [str(scene["writer"])])
    publish_missing_statements(connection, scene, say)
    stages(connection, scene)
    notices(connection, scene)
    connection.execute("select set_config('signed_leaf.person', '', true)")
    connection.execute("set local session authorization default")
    return scene


def ask_for_no_passkeys(connection):
    """The people of the scene sign with secrets. Where policies ask for passkeys, newer ones do not, in this transaction."""
    columns = (
        "label, kind, rank, slugs, always, topics, words, all_of, requires, signers, review_after, ends_after, name"
    )
    connection.execute(
        f"insert into reviews_policy ({columns}, version) select {columns}, version + 1 from"  # noqa: S608 (from above)
        " (select distinct on (name) * from reviews_policy order by name, version desc) newest where passkeys order by id"
    )


def as_app(connection):
    connection.execute("set local session authorization leaf_app")


def one(connection, question, *arguments):
    return connection.execute(question, arguments).fetchone()[0]


def person(connection, email, name):
    return one(
        connection,
        "insert into cms_person (email, name, password, is_active, is_staff, is_superuser, joined_at)"
        " values (%s, %s, '!', true, false, false, clock_timestamp()) returning id",
        email, name,
    )  # fmt: skip


def enrol(connection, who):
    secret = secrets.token_bytes(32)
    one(
        connection, "select act.enrol_secret(%s, %s, %s, null, null, null)",
        who, secrets.token_bytes(16), sha256(secret).digest(),
    )  # fmt: skip
    return secret.hex()


def credential(connection, scene, role, qualification="physician"):
    return one(
        connection,
        "select act.register_credential(%s, 'Of the proof', %s, %s, 'none', 'none',"
        " (select array_agg(slug) from articles_topic), clock_timestamp() + interval '300 days', %s, %s)",
        scene[role], qualification, qualification, scene["officer"], bytes.fromhex(scene["officer_secret"]),
    )  # fmt: skip


def passkey(connection, person):
    """One that nobody certified."""
    public = urlsafe_b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).rstrip(b"=").decode()
    return one(
        connection, "select act.add_passkey(%s, %s, %s, %s, %s)",
        person, f'{{"crv":"Ed25519","kty":"OKP","x":"{public}"}}'.encode(), secrets.token_bytes(32),
        b'{"type":"webauthn.create"}', bytes(37),
    )  # fmt: skip


def draft(connection, scene, slug, kind="article", topic="safety"):
    points = ["One.", "Two.", "Three."] if kind == "article" else []
    article = one(
        connection,
        "insert into articles_article (kind, slug, title, title_is_proposed, summary, key_points, body, funding, uses_ai_tools,"
        " language, contacts, row_lock) values (%s, %s, 'Of the proof', false, 'A survey asked.', %s, %s,"
        " 'No company paid for this page.', false, 'en', '[]', 0) returning id",
        kind, slug, points, BODY,
    )  # fmt: skip
    if kind == "article":
        connection.execute(
            "insert into articles_article_topics (article_id, topic_id) select %s, id from articles_topic where slug = %s",
            [article, topic],
        )
        connection.execute(
            "insert into articles_byline (article_id, person_id, position) values (%s, %s, 0)",
            [article, scene["writer"]],
        )
    return article


def submit(connection, scene, article):
    return one(connection, "select act.submit(%s, gate.draft_digest(%s), %s)", article, article, scene["writer"])


def sign(connection, scene, edition, role="doctor", meaning="medical accuracy"):
    return one(
        connection, "select act.sign_off(%s, (select digest from articles_edition where id = %s), %s, %s, %s, 'None')",
        edition, edition, scene[role], bytes.fromhex(scene[f"{role}_secret"]), meaning,
    )  # fmt: skip


def sign_all(connection, scene, edition):
    """A statement, in every meaning that its policy asks for."""
    for (meaning,) in connection.execute(
        "select unnest(requires) from reviews_policy p join articles_edition e on e.policy_id = p.id where e.id = %s",
        [edition],
    ).fetchall():
        sign(connection, scene, edition, role="lawyer" if meaning == "legal check" else "doctor", meaning=meaning)


def publish(connection, scene, edition):
    return one(
        connection, "select act.publish(%s, (select digest from articles_edition where id = %s), %s, null, 'The proof')",
        edition, edition, scene["editor"],
    )  # fmt: skip


def publish_missing_statements(connection, scene, say):
    """What articles need must have a current edition; in this transaction a missing one gets one."""
    wanted = connection.execute("select distinct slug from articles_statement where placement <> 'notice'").fetchall()
    for (slug,) in wanted:
        if one(connection, "select (select id from gate.current_statement(%s, clock_timestamp()))", slug) is None:
            found = connection.execute("select id from articles_article where slug = %s", [slug]).fetchone()
            article = found[0] if found else draft(connection, scene, slug, kind="statement")
            try:
                edition = submit(connection, scene, article)
                sign_all(connection, scene, edition)
                publish(connection, scene, edition)
            except psycopg.IntegrityError as error:
                raise ServerProblem(
                    f"The proof needs the statement “{slug}”, and its draft can't be published: {error}"
                ) from error


def notices(connection, scene):
    """A safety notice that nobody signed, and one that the doctor signed."""
    for name in ("notice", "signed_notice"):
        scene[name] = one(
            connection, "select act.draft_notice('Stop and read this.', 'Of the proof', true, '{}', '{}', %s)", scene["writer"]
        )  # fmt: skip
        scene[f"{name}_digest"] = one(
            connection, "select encode(digest, 'hex') from reviews_notice where id = %s", scene[name]
        )
    connection.execute(
        "select act.sign_notice(%s, decode(%s, 'hex'), %s, %s, clock_timestamp() + interval '13 days')",
        [scene["signed_notice"], scene["signed_notice_digest"], scene["doctor"], bytes.fromhex(scene["doctor_secret"])],
    )


def stages(connection, scene):
    """A text unsigned, half signed, signed, signed by a revoker, public, and public with a newer edition in review."""
    mark = scene["mark"]
    names = {"unsigned": "ptsd", "half": "ptsd", "signed": "safety", "revoked": "safety", "shown": "safety"}
    for name, topic in names.items():
        scene[f"{name}_article"] = draft(connection, scene, f"{mark}-{name}", topic=topic)
        scene[name] = submit(connection, scene, scene[f"{name}_article"])
        scene[f"{name}_digest"] = one(
            connection, "select encode(digest, 'hex') from articles_edition where id = %s", scene[name]
        )
    for name in ("half", "signed", "revoked", "shown"):
        scene[f"{name}_sign_off"] = sign(connection, scene, scene[name])
    scene["help"] = one(
        connection,
        "select edition_id from gate.current_statements(array(select distinct slug from articles_statement"
        " where max_age is not null), clock_timestamp()) where asked = slug and ends_at is not null order by asked limit 1",
    )
    scene["publication"] = publish(connection, scene, scene["shown"])
    connection.execute("select act.revoke(%s, %s, 'The proof')", [scene["revoked_sign_off"], scene["doctor"]])
    scene["public"] = f"{mark}-shown {scene['shown_digest']}"
