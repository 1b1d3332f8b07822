"""People work at the site while its processes are killed: no acknowledged act is lost, and nothing becomes public by accident.

The site is as in production: gunicorn serves it, on a PostgreSQL of its own that waits for the disk at each commit. Writers'
texts are there; a reviewer and an editor sign, publish, revoke and take down by HTTP, several at once. Meanwhile a process
gets SIGKILL: gunicorn's worker, one of PostgreSQL's backends (which ends them all), or the postmaster. Only processes that
were started here.
"""

import http.client
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import urlencode

import psycopg
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from cms.postgresql.embedded import Server
from cms.postgresql.setup import set_up
from reviews.credential import derive
from tests.acting import TOPICS, Stage, run
from tests.databases import PROJECT
from tests.people import PASSWORD, SECRET, code_for

DATABASE = "faults"
GROUPS = {"doctor": "Medical reviewer", "second": "Medical reviewer", "editor": "Editor"}
SIGNING = {"meaning": "medical accuracy", "interests": "None", "secret": SECRET}
ENTERED = {"sign": "sign off", "publish": "publish", "revoke": "revoke", "take down": "taken down"}
NOT_NOW = (
    "That code or key is not right.",
    "Too many tries.",
)  # it waited too long, or tries of before a kill still count
AWAY = (OSError, http.client.HTTPException)  # of a server that is not there, or was killed while it answered


class Site:
    """The site in a folder of its own: PostgreSQL, gunicorn, people, and what each of them was told."""

    def __init__(self, folder):
        self.server = Server("site", folder)
        set_up(self.server.urls(DATABASE), say=lambda line: None)
        self.stage = None
        self.look_again()
        self.stage.ask_for_nothing()
        self.people = {role: self.stage.person(role.title()) for role in ("writer", "officer", *GROUPS)}
        self.give_credentials()
        self.texts = 0
        self.asked = []  # (act, edition, how it was answered)
        self.counts = Counter()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.gunicorn, self.browsers, self.keys = None, {}, {}
        self.signing = defaultdict(threading.Lock)

    def browser(self, role, number):
        """The browser of that person's number-th place of work. They sign in once, and it knows all of them."""
        if (role, 0) not in self.browsers:
            self.browsers[role, 0] = browser = Browser(self.port)
            self.keys[role] = browser.sign_in(role, self.people, self.stage)
        if (role, number) not in self.browsers:
            self.browsers[role, number] = Browser(self.port, dict(self.browsers[role, 0].cookies))
        return self.browsers[role, number]

    def url(self, role, database=DATABASE):
        return self.server.url(role, database)

    def look_again(self):
        """Connections anew: the old ones went with the server."""
        with suppress(Exception):
            self.stage.close()
        self.stage = Stage(DATABASE, self.url)

    def give_credentials(self):
        stage, people = self.stage, self.people
        officer_secret = stage.enrol(people["officer"])
        stage.owner.execute("select act.appoint(%s, 'compliance')", [people["officer"]])
        for role in GROUPS:
            password = PBKDF2PasswordHasher().encode(PASSWORD, "salt", iterations=1)
            run(stage.app, "update cms_person set password = %s where id = %s", password, people[role])
            run(
                stage.app,
                "insert into cms_person_groups (person_id, group_id) select %s, id from auth_group where name = %s",
                people[role], GROUPS[role],
            )  # fmt: skip
        for role in ("doctor", "second"):
            salt = secrets.token_bytes(16)
            stage.act(
                "enrol_secret", people[role], salt, sha256(derive(SECRET, salt, cost=2**15)).digest(), None, None, None
            )
            until = datetime.now(UTC) + timedelta(days=300)
            stage.register(people[role], "physician", TOPICS, until, people["officer"], officer_secret)

    def text(self):
        """A new text, submitted: (edition, slug, digest)."""
        self.texts += 1
        stage, writer, slug = self.stage, self.people["writer"], f"text-{self.texts}"
        article = stage.write(
            writer, kind="article", slug=slug, title=f"Text {self.texts}", body="<p>People were asked.</p>",
            key_points=["One.", "Two.", "Three."], funding="No company paid for this page.", topics=["history"],
            bylines=[writer],
        )  # fmt: skip
        edition = stage.submit(article, writer)
        return edition, slug, stage.digest(edition).hex()

    # Processes

    @contextmanager
    def serving(self):
        environment = os.environ | {
            "DATABASE_URL": self.url("leaf_app"), "READER_DATABASE_URL": self.url("leaf_reader"),
            "SECRET_KEY": secrets.token_hex(32), "DJANGO_SETTINGS_MODULE": "cms.settings", "LEAF_HTTPS": "0",
        }  # fmt: skip
        self.environment = environment
        self.gunicorn = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{self.port}", "--workers", "1", "--threads", "4",
             "--log-level", "critical", "cms.wsgi"],
            cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            self.wait_until_it_answers()
            yield
        finally:
            self.gunicorn.terminate()
            self.gunicorn.wait()

    def wait_until_it_answers(self, seconds=60):
        deadline = time.monotonic() + seconds
        while True:
            with suppress(*AWAY):
                if Browser(self.port).get("/sign-in/")[0] == 200:
                    return
            assert time.monotonic() < deadline, "the site does not come back"
            time.sleep(0.05)

    def kill(self, what):
        """SIGKILL for one process, and wait until the site works again."""
        if what == "worker":
            number = int(children(self.gunicorn.pid)[0])
        elif what == "backend":
            number = self.stage.one(
                "select pid from pg_stat_activity where usename = 'leaf_app' and pid <> pg_backend_pid()"
                " and application_name = '' order by state = 'active' desc, backend_start desc limit 1"
            )
        else:
            number = int((self.server.data / "postmaster.pid").read_text().split()[0])
        with suppress(ProcessLookupError):  # the backend may have ended by itself
            os.kill(number, signal.SIGKILL)
        self.counts[f"{what} killed"] += 1

    def recover(self):
        """Start what is not there any more, and wait until the site answers."""
        deadline = time.monotonic() + 60
        while True:
            try:
                self.look_again()
                self.stage.entries()
                break
            except psycopg.Error:
                assert time.monotonic() < deadline, "PostgreSQL does not come back"
                time.sleep(0.02)
        self.wait_until_it_answers()

    @contextmanager
    def code_of(self, role):
        """What the app of this person shows, good once more: nobody here waits for the next, nor for tries that a kill left."""
        with self.signing[role]:
            with suppress(psycopg.Error), psycopg.connect(self.url("leaf_owner"), autocommit=True) as connection:
                connection.execute("delete from cms_tries")
            yield {"one_time_code": code_for(self.keys[role])}

    # What must hold

    def check(self):
        """Nothing that was acknowledged is lost, nothing happened that nobody asked for, and readers see what that makes."""
        entries = self.stage.rows(
            "select act, edition_id, article_id from cms_entry where act <> all (%s)",
            ["submit", "enrol secret", "appoint", "verify credential"],
        )
        of_article = dict(self.stage.rows("select article_id, id from articles_edition where number = 1"))
        happened = Counter((act, edition or of_article[article]) for act, edition, article in entries)
        done = Counter((ENTERED[act], edition) for act, edition, answer in self.asked if answer == "done")
        unknown = Counter((ENTERED[act], edition) for act, edition, answer in self.asked if answer == "unknown")
        assert not done - happened, f"acknowledged, and lost: {done - happened}"
        assert not happened - done - unknown, f"nobody asked for it: {happened - done - unknown}"
        expected = {
            edition for act, edition in happened
            if act == "publish" and not happened["revoke", edition] and not happened["taken down", edition]
        }  # fmt: skip
        assert all(happened["sign off", edition] for edition in expected)
        digests = {self.stage.digest(edition) for edition in expected}
        seen = {row[0] for row in self.stage.reader.execute("select digest from live.pages()").fetchall()}
        assert seen == digests, "readers see exactly what was signed and published, and not taken back"
        self.counts["acknowledged acts checked"] = done.total()
        self.counts["unanswered acts that were done"] = (happened - done).total()
        self.counts["ledger entries"] = self.stage.entries()

    def verify(self):
        """What `manage.py verify` finds."""
        done = subprocess.run(
            [sys.executable, "manage.py", "verify"], cwd=PROJECT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def children(number):
    with open(f"/proc/{number}/task/{number}/children") as file:
        return file.read().split()


class Browser:
    """One person's browser: cookies, and forms with their token."""

    def __init__(self, port, cookies=None):
        self.port, self.cookies, self.sent_to = port, cookies or {}, ""

    def get(self, path):
        return self._send("GET", path)

    def post(self, path, **typed):
        return self._send("POST", path, urlencode(typed | {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}))

    def _send(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        self.sent_to = response.headers["Location"] or ""
        return response.status, text

    def sign_in(self, role, people, stage):
        self.get("/sign-in/")
        address = stage.one("select email from cms_person where id = %s", people[role])
        status, _ = self.post("/sign-in/", login=address, password=PASSWORD)
        assert status == 302, f"{role} could not sign in: {status}"
        self.post("/account/confirm/", password=PASSWORD)
        key = re.search(r'class="key">(\w+)<', self.get("/account/second-factor/totp/activate/")[1])[1]
        self.post("/account/second-factor/totp/activate/", code=code_for(key))
        assert self.get("/desk/")[0] == 200, f"{role} has no second factor"
        return key


class Worker(threading.Thread):
    """Somebody who takes one text after the other from signature to publication, and perhaps back again."""

    def __init__(self, site, texts, seed, signer):
        super().__init__(daemon=True)
        self.site, self.texts, self.random, self.signer = site, texts, Random(seed), signer  # noqa: S311 (a die)
        self.stopping, self.problem = threading.Event(), None
        self.browsers = {role: site.browser(role, seed % 10) for role in (signer, "editor")}

    def run(self):
        try:
            while self.texts and not self.stopping.is_set():
                self.take_through(*self.texts.pop())
        except Exception as problem:
            self.problem = problem

    def take_through(self, edition, slug, digest):
        if not self.ask(self.signer, "sign", edition, "sign-off/", digest=digest, **SIGNING):
            return
        if not self.ask("editor", "publish", edition, "publish/", digest=digest, starts_at="", reason=""):
            return
        choice = self.random.random()
        if choice < 0.3:
            self.ask("editor", "take down", edition, "take-down/", reason="A reader complained")
        elif choice < 0.6 and (number := self.sign_off_of(edition)):
            self.ask(self.signer, "revoke", edition, f"revoke/{number}/", reason="I was wrong")

    def ask(self, role, act, edition, path, **typed):
        """Whether it was acknowledged. No answer, or 503: it may have been done, or not."""
        browser = self.browsers[role]
        try:
            with self.site.code_of(role) if "secret" in typed else nullcontext({}) as code:
                status, text = browser.post(f"/desk/editions/{edition}/{path}", **typed, **code)
        except AWAY:
            status, text = None, ""
        if status == 200 and any(
            sentence in text for sentence in NOT_NOW
        ):  # then nothing may have happened: see check()
            self.site.counts["codes that came to nothing"] += 1
            return False
        answer = {302: "done", None: "unknown", 503: "unknown"}.get(status, "refused")
        if answer == "done" and not browser.sent_to.startswith("/desk/"):
            answer, text = "refused", browser.sent_to
        assert answer != "refused", f"{act}: {status}: {' '.join(re.sub('<[^>]*>', ' ', text).split())[:2000]}"
        self.site.asked.append((act, edition, answer))
        if answer == "unknown":
            time.sleep(0.05)
        return answer == "done"

    def sign_off_of(self, edition):
        try:
            status, text = self.browsers[self.signer].get(f"/desk/editions/{edition}/")
        except AWAY:
            return None
        found = re.search(rf"/desk/editions/{edition}/revoke/(\d+)/", text)
        return int(found[1]) if status == 200 and found else None


def under_load(site, what, number, *, people=3, texts=12):
    """One round: people work, a process is killed at a random moment, the site recovers, and all is counted."""
    die = Random(number)  # noqa: S311 (a die)
    share = [[site.text() for _ in range(texts)] for _ in range(people)]
    workers = [Worker(site, share[n], number * 10 + n, ("doctor", "second")[n % 2]) for n in range(people)]
    enough, deadline = len(site.asked) + die.randint(1, 12), time.monotonic() + 30
    for worker in workers:
        worker.start()
    while len(site.asked) < enough and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(die.uniform(0, 0.15))
    site.kill(what)
    for worker in workers:
        worker.stopping.set()
    for worker in workers:
        worker.join(60)
        if worker.problem:
            raise worker.problem
    site.recover()
    site.check()
