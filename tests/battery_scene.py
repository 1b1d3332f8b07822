"""The scene of the battery: people of every standing, and a text in every state that there is."""

from contextlib import contextmanager

import psycopg

from cms.prove import scene as make
from cms.prove.attacks import CHANGE, CHECK, fix, of_newest
from tests.battery_ring import passkeys

APP, READER, OWNER = "leaf_app", "leaf_reader", "leaf_owner"


class Scene:
    """People and texts in the open transaction of a superuser's connection; `names` is what statements may name in braces."""

    def __init__(self, connection):
        self.connection = connection
        self.names = make.play(connection, lambda line: None)
        self.mark = self.names["mark"]
        people(self)
        rules_from_before(self)
        published(self)
        passkeys(self)
        not_published(self)
        fixes(self)
        known_before_they_bound(self)
        safety_notices(self)
        events(self)
        rules_from_after(self)
        self.act("select set_config('signed_leaf.person', '', true)")
        connection.execute("set local session authorization default")
        self.note_what_is_there()

    # Making texts

    def one(self, question, *arguments):
        return make.one(self.connection, question, *arguments)

    def act(self, statement, role=APP):
        self.connection.execute(f"set local session authorization {role}")
        return self.connection.execute(statement.format(**self.names))

    def saving(self, who):
        self.act(f"select set_config('signed_leaf.person', '{{{who}}}', true)")

    def draft(self, name, topics=("safety",), words="", kind="article"):
        self.saving("writer")
        slug = f"{self.mark}-{name}"
        article = self.names[f"{name}_article"] = make.draft(self.connection, self.names, slug, kind, topics[0])
        for topic in topics[1:]:
            self.act(
                "insert into articles_article_topics (article_id, topic_id)"
                f" select {article}, id from articles_topic where slug = '{topic}'"
            )
        if words:
            self.act(f"update articles_article set body = body || '<p>{words}</p>' where id = {article}")

    def submit(self, name):
        make.as_app(self.connection)
        edition = self.names[name] = make.submit(self.connection, self.names, self.names[f"{name}_article"])
        question = "select encode(digest, 'hex') from articles_edition where id = %s"
        self.names[f"{name}_digest"] = self.one(question, edition)

    def article(self, name, signers=(("doctor", "medical accuracy"),), starts=None, **draft):
        """A text that these people sign; published if `starts` is SQL for an instant, or "" for at once."""
        self.draft(name, **draft)
        self.submit(name)
        for who, meaning in signers:
            self.sign(name, who, meaning)
        if starts is not None:
            self.publish(name, starts or "null")

    def sign(self, name, who="doctor", meaning="medical accuracy"):
        make.as_app(self.connection)
        self.names[f"{name}_sign_off"] = make.sign(self.connection, self.names, self.names[name], who, meaning)

    def publish(self, name, starts="null"):
        make.as_app(self.connection)
        self.names[f"{name}_publication"] = self.one(
            f"select act.publish(%s, decode(%s, 'hex'), %s, {starts}, 'The battery')",
            self.names[name], self.names[f"{name}_digest"], self.names["editor"],
        )  # fmt: skip

    # What is there

    def note_what_is_there(self):
        question = "select slug from articles_address where slug ~ %s order by slug"
        self.slugs = [slug for (slug,) in self.connection.execute(question, [f"^{self.mark}"])]
        self.names["slugs"] = self.slugs
        self.names["articles"] = [
            article for (article,) in self.connection.execute(
                "select distinct article_id from articles_address where slug = any (%s) order by 1", [self.slugs]
            )
        ]  # fmt: skip
        self.names["instants"] = [str(at) for at in instants(self)]
        self.names |= self.columns()
        self.public = self.shown(self.slugs)

    def columns(self):
        """The columns of each table that a row by hand may name."""
        question = """select 'columns_of_' || table_name, string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                      from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' group by 1"""
        return dict(self.connection.execute(question).fetchall())

    def shown(self, slugs):
        """What the reader's role sees at these addresses: slug and digest."""
        with acting_as(self.connection, READER):
            question = "select slug, encode(digest, 'hex') from unnest(%s::text[]) s, live.page(s)"
            return set(self.connection.execute(question, [slugs]).fetchall())


@contextmanager
def acting_as(connection, role):
    connection.execute(f"set local session authorization {role}")
    try:
        yield
    finally:
        if connection.info.transaction_status != psycopg.pq.TransactionStatus.INERROR:
            connection.execute("set local session authorization default")


def people(scene):
    connection, names = scene.connection, scene.names
    every_topic = "(select array_agg(slug) from articles_topic)"
    for role, qualification, specialties, days in [
        ("third", "physician", every_topic, 300),
        ("brief", "physician", every_topic, 10),
        ("narrow", "physician", "array['history']", 300),
        ("scientist", "scientist", every_topic, 300),
        ("lead", "physician", every_topic, 300),
        ("lapsed", "physician", every_topic, 300),
    ]:
        make.as_app(connection)
        names[role] = make.person(connection, f"{role}@{scene.mark}.invalid", f"{role.title()} of the battery")
        names[f"{role}_secret"] = make.enrol(connection, names[role])
        names[f"{role}_credential"] = scene.one(
            f"select act.register_credential(%s, 'Of the battery', 'expert', %s, 'none', 'none', {specialties},"
            f" clock_timestamp() + interval '{days} days', %s, decode(%s, 'hex'))",
            names[role], qualification, names["officer"], names["officer_secret"],
        )  # fmt: skip
    scene.act("select act.appoint({lead}, 'medical lead')", OWNER)
    scene.act("select act.appoint({lawyer}, 'compliance')", OWNER)
    scene.act("select act.dismiss({lawyer}, 'compliance')", OWNER)
    scene.act(
        "insert into reviews_passkeysasked (by_id, origin, reason) values ({officer}, 'https://example.org', 'Of no tier')",
        OWNER,
    )
    connection.execute("set local session authorization default")
    connection.execute("alter table reviews_verification disable trigger append_only")
    connection.execute(
        "update reviews_verification set verified_at = verified_at - interval '350 days',"
        " valid_until = clock_timestamp() - interval '1 hour' where person_id = %s",
        [names["lapsed"]],
    )
    connection.execute("alter table reviews_verification enable always trigger append_only")


def disclaimer(scene, code, version=1, binding="clock_timestamp()", adopted="clock_timestamp()", **asks):
    asks = {"always": "false", "topics": "'{}'", "words": "'{}'", "flags": "'{}'", "designs": "'{}'"} | asks
    return (
        'insert into articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always, topics,'
        " words, flags, designs, source, note, adopted_at, binding_at) values"
        f" ('D-PROOF-{code}', {version}, 'Of the battery', 'Short.', 'In full.', 99, 'about', 'text', {asks['always']},"
        f" {asks['topics']}, {asks['words']}, {asks['flags']}, {asks['designs']}, 'none', '', {adopted}, {binding})"
    )


def statement(scene, slug, version=1, binding="null", adopted="clock_timestamp()", fallback="null", **asks):
    asks = {"always": "false", "topics": "'{}'", "words": "'{}'", "flags": "'{}'", "designs": "'{}'"} | asks
    return (
        "insert into articles_statement (slug, version, name, placement, fallback, always, topics, words, flags, designs,"
        f" source, note, adopted_at, binding_at) values ('{{mark}}-{slug}', {version}, 'Of the battery', 'about', {fallback},"
        f" {asks['always']}, {asks['topics']}, {asks['words']}, {asks['flags']}, {asks['designs']}, 'none', '', {adopted},"
        f" {binding})"
    )


ROW = '{{"region": "US", "name": "A", "audience": "all", "first": true, "links": [{{"label": "x", "href": "tel:1"}}]}}'
ROWS = f"{ROW}, {ROW}"


def rules_from_before(scene):
    """Rules that texts of the scene know: each is asked for by a word of its own."""
    for rule in (
        disclaimer(scene, "TAPIR", words="'{tapir}'"), disclaimer(scene, "LEMUR", words="'{lemur}'"),
        disclaimer(scene, "PANDA", 1, words="'{panda}'"), disclaimer(scene, "PANDA", 2, "null", words="'{panda}'"),
        statement(scene, "no-edition", fallback="'{mark}-instead'", words="'{gnu}'"),
        statement(scene, "instead", words="'{}'"), statement(scene, "own", words="'{ibis}'", fallback="'{mark}-instead'"),
        statement(scene, "with-rows", words="'{zorilla}'"),
    ):  # fmt: skip
        scene.act(braced(rule), OWNER)
    for name in ("instead", "own"):
        scene.article(name, kind="statement", starts="")
    scene.draft("with-rows", kind="statement")
    scene.act(
        "update articles_article set contacts = '[{rows}]' where id = {with-rows_article}".replace("{rows}", ROWS)
    )
    scene.submit("with-rows")
    scene.sign("with-rows")
    scene.publish("with-rows")
    scene.act("select act.hide_row({with-rows}, decode('{with-rows_digest}', 'hex'), 1, {editor}, 'A wrong number')")
    scene.act(CHECK.format("officer", "officer"))


def braced(rule):
    """Arrays' braces doubled, but for the scene's mark."""
    return rule.replace("{", "{{").replace("}", "}}").replace("{{mark}}", "{mark}")


def published(scene):
    for name in ("lost", "hidden", "retracted", "back", "refused", "lifted", "overruled", "newer", "newer-lost", "in-review",
                 "moved", "later", "again", "older"):  # fmt: skip
        scene.article(name, starts="")
    scene.article("two", [("doctor", "medical accuracy"), ("second", "second medical review")], "", topics=("ptsd",))
    scene.article("law", [("doctor", "medical accuracy"), ("lawyer", "legal check")], "", topics=("law",))
    scene.article("half-lost", [("doctor", "medical accuracy"), ("second", "medical accuracy")], "")
    scene.article("one-lapses", [("brief", "medical accuracy"), ("doctor", "medical accuracy")], "")
    scene.article("suspended", [("third", "medical accuracy")], "")
    scene.article("brief-signed", [("brief", "medical accuracy")], "")
    for name, word in (("bound", "zebra"), ("bound-later", "okapi"), ("stated", "quagga"), ("renewed", "tapir"), ("newest", "panda"),
                       ("carries", "lemur"), ("fallen-back", "gnu"), ("with-own", "ibis")):  # fmt: skip
        scene.article(name, words=word, starts="")
    scene.draft("flagged", topics=("history",))
    scene.act(
        "update articles_article set uses_ai_tools = true where id = {flagged_article};"
        " insert into articles_reference (article_id, position, key, authors, title, journal, year, volume, pages, doi, pmid,"
        " pmcid, url, design) values ({flagged_article}, 0, 'one2020', 'One', 'One', '', 2020, '', '', '', '', '', '', 'case-report')"
    )
    scene.submit("flagged")
    scene.sign("flagged")
    scene.publish("flagged")
    for name in ("coming", "stopped"):
        scene.article(name, starts="clock_timestamp() + interval '7 days'")


def not_published(scene):
    for name in ("asked", "raised", "lowered", "ready", "refused-signed"):
        scene.article(name)
    scene.article("fresh", [])
    scene.article("fresh-history", [], topics=("history",))
    scene.article("by-hand", [])
    scene.draft("never-submitted")
    for name in ("lead-saved", "lead-wrote"):
        scene.draft(name)
    scene.saving("lead")
    scene.act("update articles_article set title = 'By the lead' where id = {lead-wrote_article}")
    for name in ("lead-saved", "lead-wrote"):
        scene.submit(name)
    scene.act("update articles_article set title = 'By the lead' where id = {lead-saved_article}")
    scene.article("lead-signed", [("lead", "medical accuracy")])
    scene.draft("lead-named")
    scene.act("insert into articles_byline (article_id, person_id, position) values ({lead-named_article}, {lead}, 1)")
    scene.submit("lead-named")


def fixes(scene):
    """Public pages with a fix: public too, lost with the full review, only signed, in review, and set aside."""
    for name in ("fixed", "fixed-lost", "fix-signed", "fix-asked", "fix-in-review"):
        scene.article(name, starts="")
        for key in ("", "_digest"):
            scene.names[f"root-of-{name}{key}"] = scene.names[f"{name}{key}"]
        make.as_app(scene.connection)
        scene.names[name] = scene.act(fix(name)).fetchone()[0]
        scene.names[f"{name}_digest"] = scene.one(
            "select encode(digest, 'hex') from articles_edition where id = %s", scene.names[name]
        )
    for name in ("fixed", "fixed-lost", "fix-signed"):
        scene.names[f"change-of-{name}"] = scene.act(
            of_newest(CHANGE.format(who="second", meaning="change"), f"{name}_article")
        ).fetchone()[0]
    for name in ("fixed", "fixed-lost"):
        scene.publish(name)
    scene.act("select act.revoke({fixed-lost_sign_off}, {doctor}, 'Wrong')")
    scene.act("select act.request_changes({fix-asked}, decode('{fix-asked_digest}', 'hex'), {second}, 'Numbers')")


def known_before_they_bound(scene):
    """Texts that were published under a rule that binds later, and frozen before it was adopted."""
    for name, word, rule in (
        ("bound-meanwhile", "numbat", disclaimer(scene, "NUMBAT", binding="clock_timestamp() + interval '3 days'", words="'{numbat}'")),
        ("stated-meanwhile", "bilby", statement(scene, "bilby", binding="clock_timestamp() + interval '3 days'", words="'{bilby}'")),
    ):  # fmt: skip
        scene.article(name, words=word)
        scene.act(braced(rule), OWNER)
        scene.publish(name)


def safety_notices(scene):
    """A notice in every state, and signed by one whose credential is suspended afterwards."""
    for name, touches, who in (
        ("everywhere", "true, '{{}}', '{{}}'", "second"), ("on-topic", "false, '{{history}}', '{{}}'", "second"),
        ("on-article", "false, '{{}}', array[{shown_article}]", "doctor"), ("of-suspended", "true, '{{}}', '{{}}'", "third"),
        ("ended", "true, '{{}}', '{{}}'", "second"), ("only-signed", "true, '{{}}', '{{}}'", "second"),
        ("signed-by-suspended", "true, '{{}}', '{{}}'", "third"), ("given-up", "true, '{{}}', '{{}}'", None),
        ("signed-and-ended", "true, '{{}}', '{{}}'", "second"),
    ):  # fmt: skip
        # The first has the words of the notice that the proof signed, so that its number alone tells them apart.
        words = "'Stop and read this.', 'Of the proof'" if name == "everywhere" else f"'Stop: {name}.', 'A letter'"
        notice = scene.act(f"select act.draft_notice({words}, {touches}, {{writer}})").fetchone()[0]
        scene.names[f"notice-{name}"] = notice
        digest = scene.one("select encode(digest, 'hex') from reviews_notice where id = %s", notice)
        scene.names[f"notice-{name}_digest"] = digest
        if who:
            scene.act(
                f"select act.sign_notice({notice}, decode('{digest}', 'hex'), {{{who}}}, decode('{{{who}_secret}}', 'hex'),"
                f" clock_timestamp() + interval '{9 if name == 'everywhere' else 13} days')"
            )
        if name in ("everywhere", "on-topic", "on-article", "of-suspended", "ended"):
            scene.act(f"select act.publish_notice({notice}, decode('{digest}', 'hex'), {{editor}})")
        if name in ("ended", "given-up", "signed-and-ended"):
            scene.act(f"select act.end_notice({notice}, {{editor}}, 'Not so')")


def events(scene):
    """What happened to the texts afterwards."""
    scene.act("select act.revoke({lost_sign_off}, {doctor}, 'Wrong')")
    scene.act("select act.revoke({half-lost_sign_off}, {second}, 'Wrong')")
    for name, kind in (
        ("hidden", "taken down"),
        ("retracted", "retracted"),
        ("back", "taken down"),
        ("stopped", "taken down"),
    ):
        scene.act(f"select act.take_down({{{name}_article}}, '{kind}', {{editor}}, 'Wrong')")
    scene.publish("back")
    for name in ("refused", "lifted", "overruled", "refused-signed", "lead-saved", "lead-wrote", "lead-signed",
                 "lead-named"):  # fmt: skip
        make.as_app(scene.connection)
        scene.names[f"{name}_verdict"] = scene.one(
            "select act.refuse_article(%s, decode(%s, 'hex'), %s, decode(%s, 'hex'), 'Unfit')",
            scene.names[name], scene.names[f"{name}_digest"], scene.names["second"], scene.names["second_secret"],
        )  # fmt: skip
    scene.act("select act.lift_refusal({lifted_verdict}, {second}, decode('{second_secret}', 'hex'), 'Read again')")
    scene.act("select act.lift_refusal({overruled_verdict}, {lead}, decode('{lead_secret}', 'hex'), 'It is fit')")
    scene.act("select act.suspend_credential({third_credential}, {officer}, 'Struck off')")
    scene.names["asked_verdict"] = scene.act(
        "select act.request_changes({asked}, decode('{asked_digest}', 'hex'), {second}, 'Numbers')"
    ).fetchone()[0]
    for name in ("newer", "newer-lost", "in-review", "moved", "older"):
        scene.names[f"first-{name}"], scene.names[f"first-{name}_digest"] = (
            scene.names[name],
            scene.names[f"{name}_digest"],
        )
        scene.saving("writer")
        change = "slug = '{mark}-moved-on'" if name == "moved" else "summary = 'Another survey asked.'"
        scene.act(f"update articles_article set {change} where id = {{{name}_article}}")
        scene.submit(name)
        if name != "in-review":
            scene.sign(name)
            scene.publish(name)
    scene.act("select act.revoke({newer-lost_sign_off}, {doctor}, 'Wrong')")
    for name in ("later", "again"):
        scene.sign(name, "second")
    for name in ("raised", "lowered"):
        scene.act(f"select act.choose_tier({{{name}_article}}, 'two-signatures', {{editor}}, null, 'Sensitive')")
    scene.act(
        "select act.choose_tier({lowered_article}, 'one-signature', {officer}, decode('{officer_secret}', 'hex'), 'Not so')"
    )
    scene.act(
        "select act.publish_checkpoint(E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— battery sig\\n')"
        " from (select max(seq) - 4 as n from cms_entry) size"
    )


def rules_from_after(scene):
    """Rules that the texts could not know: some bind at once, some later, some never."""
    for rule in (
        disclaimer(scene, "ZEBRA", words="'{zebra}'"),
        disclaimer(scene, "OKAPI", binding="clock_timestamp() + interval '3 days'", words="'{okapi}'"),
        disclaimer(scene, "TAPIR", 2, words="'{tapir}'"),
        disclaimer(scene, "LEMUR", 2, "null", words="'{lemur}'"),
        statement(scene, "quagga", binding="clock_timestamp()", words="'{quagga}'"),
    ):
        scene.act(braced(rule), OWNER)


def instants(scene):
    """Before and at each instant at which something of the scene begins or ends."""
    borders = scene.connection.execute(
        """select unnest(array[
             (select starts_at from articles_publication where id = %s),
             (select valid_until + interval '720 hours' from reviews_verification where person_id = %s),
             (select max(binding_at) from articles_disclaimer),
             (select min(review_due_at) from reviews_signoff where edition_id = %s),
             (select ends_at from articles_publication where id = %s)])""",
        [scene.names["coming_publication"], scene.names["brief"], scene.names["law"], scene.names["law_publication"]],
    ).fetchall()
    yield scene.one("select clock_timestamp()")
    for (at,) in borders:
        yield scene.one("select %s - interval '1 microsecond'", at)
        yield at
