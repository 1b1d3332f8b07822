"""Acting on a database from outside, by the acts alone and under the real logins: no Django between.

A `Stage` holds the connections of the application, the reader, the owner, and a witness who only looks (as the
application). The machine, the races and the kills play on it.
"""

import secrets
from hashlib import sha256

import psycopg

from tests.databases import login

TOPICS = ["7-oh", "anxiety", "depression", "history", "law", "liver", "pharmacology", "ptsd", "safety"]

ROWS = [  # of a statement's contacts
    {"region": "US", "name": f"Row {n}", "audience": "Everybody", "first": n == 1,
     "links": [{"label": "Call", "href": "tel:988"}]}
    for n in (1, 2, 3)
]  # fmt: skip


def word(beginning, number):
    """A word of its own for each number, in letters alone: digits part words."""
    letters = ""
    while number:
        number, digit = divmod(number, 26)
        letters = chr(97 + digit) + letters
    return f"{beginning}{letters:a>5}"


class Refused(Exception):
    """The database refused: `rule` is the constraint's name, or the SQLSTATE where there is none."""

    def __init__(self, error):
        super().__init__(str(error))
        self.rule = error.diag.constraint_name or error.sqlstate or type(error).__name__


class Stage:
    def __init__(self, database, url=login):
        self.database, self.url = database, url
        self.app, self.witness = self.connect("leaf_app"), self.connect("leaf_app")
        self.reader, self.owner = self.connect("leaf_reader"), self.connect("leaf_owner")

    def connect(self, role, **options):
        return psycopg.connect(self.url(role, self.database), autocommit=True, **options)

    def close(self):
        for connection in (self.app, self.witness, self.reader, self.owner):
            connection.close()

    def rows(self, question, *arguments):
        return self.witness.execute(question, arguments).fetchall()

    def row(self, question, *arguments):
        return self.witness.execute(question, arguments).fetchone()

    def one(self, question, *arguments):
        return self.row(question, *arguments)[0]

    def act(self, name, *arguments, on=None):
        """Call an act; returns what it returns. Raises Refused."""
        return run(on or self.app, f"select act.{name}({', '.join(['%s'] * len(arguments))})", *arguments)

    def entries(self):
        """How many entries the ledger has."""
        return self.one("select coalesce(max(seq), -1) + 1 from public.cms_entry")

    # People

    def person(self, name):
        return run(
            self.app,
            "insert into public.cms_person (email, name, password, is_active, is_staff, is_superuser, joined_at)"
            " values (%s, %s, '!', true, false, false, clock_timestamp()) returning id",
            f"{secrets.token_hex(8)}@example.org", name,
        )  # fmt: skip

    def enrol(self, person, old=None, officer=None, officer_secret=None):
        """A new signing secret for the person, as the database compares it."""
        secret = secrets.token_bytes(32)
        self.act("enrol_secret", person, secrets.token_bytes(16), sha256(secret).digest(), old, officer, officer_secret)
        return secret

    def register(self, person, qualification, specialties, until, officer, secret):
        return self.act(
            "register_credential", person, "Of the tests", "clinician", qualification, "none", "none",
            sorted(specialties), until, officer, secret,
        )  # fmt: skip

    # Drafts

    def write(self, by, *, kind, on=None, **fields):
        """A new article with its draft, saved by that person (None: by nobody). Returns its number."""
        connection = on or self.app
        with connection.transaction():
            self.name_the_saver(connection, by)
            article = run(
                connection,
                "insert into public.articles_article (kind, slug, title, title_is_proposed, summary, key_points, body,"
                " funding, uses_ai_tools, language, contacts, row_lock)"
                " values (%s, %s, 'New', false, 'A survey asked.', '{}', '', '', false, 'en', '[]', 0) returning id",
                kind, fields["slug"],
            )  # fmt: skip
            self._fill(connection, article, {"topics": (), "bylines": ()} | fields)
        return article

    def rewrite(self, by, article, on=None, **fields):
        """Change these fields of the draft in one transaction, saved by that person (None: by nobody)."""
        connection = on or self.app
        with connection.transaction():
            self.name_the_saver(connection, by)
            self._fill(connection, article, fields)

    def name_the_saver(self, connection, by):
        run(connection, "select set_config('signed_leaf.person', %s, true)", "" if by is None else str(by))

    def _fill(self, connection, article, fields):
        texts = {name: value for name, value in fields.items() if name not in {"topics", "bylines"}}
        if texts:
            changes = ", ".join(f"{name} = %s" for name in texts)
            run(connection, f"update public.articles_article set {changes} where id = %s", *texts.values(), article)
        if "topics" in fields:
            run(connection, "delete from public.articles_article_topics where article_id = %s", article)
            run(
                connection,
                "insert into public.articles_article_topics (article_id, topic_id)"
                " select %s, id from public.articles_topic where slug = any(%s)",
                article, sorted(fields["topics"]),
            )  # fmt: skip
        if "bylines" in fields:
            run(connection, "delete from public.articles_byline where article_id = %s", article)
            for position, person in enumerate(fields["bylines"]):
                run(
                    connection,
                    "insert into public.articles_byline (article_id, person_id, position) values (%s, %s, %s)",
                    article, person, position,
                )  # fmt: skip

    def submit(self, article, by, seen=None, on=None):
        return self.act("submit", article, seen or self.draft_digest(article), by, on=on)

    def draft_digest(self, article):
        return self.one("select gate.draft_digest(%s)", article)

    def digest(self, edition):
        return self.one("select digest from public.articles_edition where id = %s", edition)

    # Rules, which only the owner adopts

    def ask_for_nothing(self):
        """Newer versions of all statements' rules, by which no text needs any: tests adopt their own."""
        self.owner.execute(
            "insert into articles_statement (slug, version, name, placement, fallback, always, topics, words, flags,"
            " designs, source, note, binding_at) select distinct on (slug) slug, version + 1, name, placement, fallback, false,"
            " '{}', '{}', '{}', '{}', source, note, clock_timestamp() from articles_statement order by slug, version desc"
        )

    def adopt_disclaimer(self, code, version, word, binding_at):
        return self.owner.execute(
            'insert into articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always,'
            " topics, words, flags, designs, source, note, binding_at) values (%s, %s, 'Of the tests', 'Short.', 'In full.',"
            " 900, 'safety', 'text', false, '{}', %s, '{}', '{}', 'test', 'test', %s) returning adopted_at, binding_at",
            [code, version, [word], binding_at],
        ).fetchone()

    def adopt_statement(self, slug, version, word, binding_at, fallback, max_age):
        """When it was adopted, and from when it binds. Raises Refused."""
        number = run(
            self.owner,
            "insert into articles_statement (slug, version, name, placement, fallback, always, topics, words, flags,"
            " designs, source, note, binding_at, max_age) values (%s, %s, 'Of the tests', 'about', %s, false, '{}', %s, '{}',"
            " '{}', 'test', 'test', %s, make_interval(secs => %s)) returning id",
            slug, version, fallback, [word], binding_at, max_age and max_age.total_seconds(),
        )  # fmt: skip
        return self.row("select adopted_at, binding_at from public.articles_statement where id = %s", number)


def run(connection, statement, *arguments):
    """The statement's one value, if it has rows. Raises Refused."""
    try:
        answer = connection.execute(statement, arguments)
        return answer.fetchone()[0] if answer.description else None
    except psycopg.Error as error:
        raise Refused(error) from error
