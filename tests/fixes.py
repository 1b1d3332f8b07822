"""A public article with small mistakes in it, and fixes of it."""

import pytest

from articles.edition import submit
from articles.fix import FixText, submit_fix
from articles.publication import publish
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF, write
from tests.people import SECRET

CHANGE = {"secret": SECRET, "meaning": "change", "interests": "None"}
BODY = (
    "<h2>The survey</h2>"
    "<p>The plnat grows in wet forests along wide rivers. Its leaves are gathered in the cool of the morning and carried to"
    " a village market in baskets [@garcia2020].</p>"
    "<p>Grown people were asked about worry, and 62 of 100 said that they had never slept well. Sertraline was not named."
    " Read <a href=\"http://example.org/survey\" rel=\"noopener noreferrer\">the report of the survey</a> for its questions,"
    " <strong>which were plain</strong>.</p>"
    "<ul><li><p>The questions were printed on paper and sent by post</p></li>"
    "<li><p>The answers came back by post too</p></li></ul>"
    "<p>Nobody can say yet what the answers mean. The writers of the report say so on its last page, and ask other teams to"
    " repeat the survey in another place with other questions.</p>"
    "<p>The nxet surevy uses thikc paepr, and prinetd lettres.</p>"
)  # fmt: skip
SUMMARY = "A survey asked people who use kratom about worry. It cannot show cause."


@pytest.fixture
def public(writer, doctor, editor):
    """The edition that readers see: signed in full, on anxiety."""
    edition = submit(write(writer, slug="a-public-page", body=BODY), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    return edition


def changed(edition, *pairs, **fields):
    """The text of `edition` with each (old, new) replaced in its body, and other fields as given."""
    document = edition.document()
    for old, new in pairs:
        assert old in document["html"], old
        document["html"] = document["html"].replace(old, new)
    return FixText.of_document(document | fields)


def fix_of(edition, *pairs, by, reason="A typo", **fields):
    return submit_fix(edition, by=by, text=changed(edition, *pairs, **fields), reason=reason)


@pytest.fixture
def fix(public, writer):
    """A fix of the public edition, in review."""
    return fix_of(public, ("plnat", "plant"), by=writer)


@pytest.fixture
def signed_fix(fix, second_doctor):
    sign_off(fix, by=second_doctor, **CHANGE)
    return fix


@pytest.fixture
def published_fix(signed_fix, editor):
    """The publication of the fix."""
    return publish(signed_fix, by=editor)
