"""People, and the stages of an article's way.

Databases, the browser and what else several files share are the plugins below, each named for what it holds.
"""

import pytest
from django.core.cache import caches

from articles.article import NOBODY_PAID, Article, Reference, Topic, save_draft
from articles.edition import submit
from articles.publication import publish
from reviews.sign_off import sign_off
from tests.people import SECRET, person

pytest_plugins = [
    "tests.browser", "tests.databases", "tests.desk", "tests.devices", "tests.desk_keys", "tests.door", "tests.drafts",
    "tests.factors", "tests.fixes", "tests.forging", "tests.notices", "tests.outside", "tests.provider",
    "tests.servers", "tests.texts", "tests.writing", "tests.backups",
]  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_kept():
    """Numbers of rows come again in another test's database, so no page is kept from one to the next."""
    caches["pages"].clear()


class AtOnce:
    def submit(self, function, *arguments):
        function(*arguments)


@pytest.fixture(autouse=True)
def mail_at_once(request, monkeypatch):
    """Mail is in the outbox when an answer is there, but where a test asks for the real post."""
    if "real_post" not in request.fixturenames:
        monkeypatch.setattr("cms.mail.POOL", AtOnce())


# People -----------------------------------------------------------------------------------------------------------------


def _person(role):
    @pytest.fixture(name=role)
    def fixture(request):
        request.getfixturevalue("committed" if "committed" in request.fixturenames else "one_transaction")
        return person(role)

    return fixture


writer = _person("writer")
second_writer = _person("second_writer")
doctor = _person("doctor")
second_doctor = _person("second_doctor")
editor = _person("editor")
compliance = _person("compliance")
medical_lead = _person("medical_lead")
lawyer = _person("lawyer")
administrator = _person("administrator")


# Stages -----------------------------------------------------------------------------------------------------------------

SIGN_OFF = {"secret": SECRET, "meaning": "medical accuracy", "interests": "None"}
LEGAL = SIGN_OFF | {"meaning": "legal check"}
SECOND = SIGN_OFF | {"meaning": "second medical review"}


def write(by, *, slug="what-a-survey-asked", topics=("safety",), **fields):
    """A draft that is fit to be submitted."""
    article = Article(
        slug=slug,
        title=fields.pop("title", "What one survey asked"),
        summary=fields.pop("summary", "A survey asked people who use kratom about worry. It cannot show cause."),
        key_points=fields.pop("key_points", ["One survey asked.", "People chose to answer.", "It cannot show cause."]),
        funding=fields.pop("funding", NOBODY_PAID),
        body=fields.pop("body", "<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>"),
        **fields,
    )
    references = [
        Reference(
            key="garcia2020", authors="Garcia-Romeu A", title="Kratom: user demographics", year=2020, design="survey"
        )
    ]
    return save_draft(
        article, by=by, comment="First draft", topics=list(Topic.objects.filter(slug__in=topics)), references=references,
        bylines=[by],
    )  # fmt: skip


@pytest.fixture
def statements(writer):
    """Every statement and notice, signed and published, by slug: the template has them."""
    return {article.slug: article for article in Article.objects.filter(kind="statement")}


@pytest.fixture
def draft(writer):
    """A draft on safety: one medical signature is enough."""
    return write(writer)


@pytest.fixture
def ptsd_draft(writer):
    """A draft on PTSD: it needs two signatures by two people."""
    return write(writer, slug="what-ptsd-research-shows", title="What research shows", topics=("ptsd",))


@pytest.fixture
def edition(draft, writer):
    return submit(draft, by=writer)


@pytest.fixture
def ptsd_edition(ptsd_draft, writer):
    return submit(ptsd_draft, by=writer)


@pytest.fixture
def signed(edition, doctor):
    """The edition, signed by the doctor."""
    sign_off(edition, by=doctor, **SIGN_OFF)
    return edition


@pytest.fixture
def published(signed, editor):
    """The publication of the signed edition, from now on."""
    return publish(signed, by=editor)
