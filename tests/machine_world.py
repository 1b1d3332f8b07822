"""The world of the machine in `machine.py`: a database, and the people who play in it."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count

from tests.acting import TOPICS, Stage, word
from tests.model_records import Credential, Person, Verification

CAST = {  # role: (qualification, specialties, office)
    "writer": None,
    "editor": None,
    "officer": (None, None, "compliance"),
    "doctor": ("physician", TOPICS, None),
    "second": ("physician", TOPICS, None),
    "narrow": ("physician", ["anxiety"], None),
    "pharmacist": ("pharmacist", TOPICS, None),
    "lawyer": ("lawyer or regulatory specialist", ["law"], None),
    "lead": ("physician", TOPICS, "medical lead"),
    "stranger": (None, None, None),
}
YEAR = timedelta(days=365)


def now():
    return datetime.now(UTC)


class World:
    """The database, and what outlasts an example: people whom nothing happened to are asked to play again."""

    def __init__(self, database):
        self.stage = Stage(database)
        self.stage.ask_for_nothing()
        self.words = (word("zq", n) for n in count())
        self.idle = {role: [] for role in CAST}
        self.officer = self.make("officer")
        self.entries = self.stage.entries()
        self.told = []
        self.counts, self.done, self.refused = Counter(), Counter(), Counter()

    def make(self, role):
        """A person of that role, new to the database."""
        stage = self.stage
        person = Person(stage.person(role.title()), role)
        if CAST[role] is None:
            return person
        person.secret = stage.enrol(person.id)
        qualification, specialties, office = CAST[role]
        if office:
            stage.owner.execute("select act.appoint(%s, %s)", [person.id, office])
            person.offices.add(office)
        if qualification:
            until = now() + YEAR
            number = stage.register(person.id, qualification, specialties, until, self.officer.id, self.officer.secret)
            remember_credential(stage, person, number, qualification, specialties)
        return person

    def ask(self, role):
        person = self.idle[role].pop() if self.idle[role] else self.make(role)
        person.touched = False
        return person

    def release(self, people):
        for role, person in people.items():
            if not person.touched and not person.tries and not person.tries_elsewhere:
                self.idle[role].append(person)

    def check_everything(self):
        """All that readers can list in the whole database is what the examples left public."""
        told = {}
        for one in self.told:
            told |= one.public(now())
        seen = self.stage.reader.execute("select slug, digest from live.pages() where slug like 'zq%'").fetchall()
        assert dict(seen) == told


def remember_credential(stage, person, number, qualification, specialties):
    credential = Credential(number, person, qualification, frozenset(specialties))
    person.credentials.append(credential)
    for row in stage.rows(
        "select id, verified_at, valid_until from public.reviews_verification where credential_id = %s", number
    ):
        credential.verifications.append(Verification(row[0], credential, *row[1:]))
    return credential
