"""Two people act at once: it ends as if one had acted after the other, at every level of isolation."""

import threading
from itertools import pairwise

import psycopg
import pytest

from articles.publication import publish
from cms.ledger import Entry
from reviews.credential import proof
from reviews.sign_off import revoke, sign_off
from tests.conftest import SIGN_OFF
from tests.databases import login, own_database, run
from tests.people import SECRET
from tests.races import LEVELS, RACES, Theatre, check
from tests.rules import refused


@pytest.fixture(scope="module")
def theatre(template, django_db_blocker):
    with django_db_blocker.unblock(), own_database(template) as name:
        theatre = Theatre(name)
        yield theatre
        theatre.close()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("race", RACES, ids=str)
def test_two_acts_at_once_end_as_one_after_the_other(theatre, race, level):
    check(theatre, race, level)


def test_ledger_of_fifty_writers_at_once_has_no_gap_no_fork_and_no_double(
    committed, signed, doctor, second_doctor, editor
):
    text = f"{signed.pk}, decode('{signed.fingerprint}', 'hex')"
    secret = f"decode('{proof(second_doctor, SECRET).hex()}', 'hex')"
    acts = [
        f"select act.publish({text}, {editor.pk}, null, '')",
        f"select act.sign_off({text}, {second_doctor.pk}, {secret}, 'medical accuracy', 'None')",
        f"select act.take_down({signed.article_id}, 'taken down', {editor.pk}, 'Wrong')",
        f"select act.revoke({signed.sign_offs.get().pk}, {doctor.pk}, 'Wrong')",
    ]
    before, ended = chain(), []

    def write_on(n):
        with psycopg.connect(login("leaf_app", committed), autocommit=True) as connection:
            ended.extend(is_done(connection, act) for act in acts[n % len(acts) :] + acts[: n % len(acts)])

    writers = [threading.Thread(target=write_on, args=[n]) for n in range(50)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    after = chain()
    assert [seq for seq, *_ in after] == list(range(len(after)))
    assert all(one[2] == other[1] for one, other in pairwise(after))
    assert after[: len(before)] == before
    assert len(ended) == 50 * len(acts)
    assert len(after) - len(before) == ended.count(True) >= 2


def chain():
    return run("select seq, prev_hash, hash from cms_entry order by seq")


def is_done(connection, act):
    try:
        connection.execute(act)
    except psycopg.errors.IntegrityError:
        return False
    return True


def test_act_repeated_because_its_answer_was_lost_is_done_once(committed, edition, doctor, editor):
    """The connection breaks after the commit; whoever does not know asks again."""
    sign_off(edition, by=doctor, **SIGN_OFF)
    with refused("one_sign_off_per_reviewer"):
        sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    with refused("something_new_to_publish"):
        publish(edition, by=editor)
    revoke(edition.sign_offs.get(), by=doctor, reason="Wrong")
    with refused("something_to_revoke"):
        revoke(edition.sign_offs.get(), by=doctor, reason="Wrong")

    entered = list(Entry.objects.filter(article_id=edition.article_id).order_by("seq").values_list("act", flat=True))
    assert entered == ["submit", "sign off", "publish", "revoke"]


def test_person_who_is_deactivated_while_signing_signed_or_did_not(committed, edition, doctor):
    """Accounts are no part of the gate: what counts is the credential, which ends by an act."""
    with psycopg.connect(login("leaf_app", committed)) as one:
        one.execute("update cms_person set is_active = false where id = %s", [doctor.pk])
        sign_off(edition, by=doctor, **SIGN_OFF)
        one.commit()
    assert edition.sign_offs.count() == 1
