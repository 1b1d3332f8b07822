"""Two people act at once: it ends as if one had acted after the other, at every level of isolation."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import pairwise

import psycopg
import pytest
from django.db import connection

from articles.publication import publish
from cms.ledger import Entry
from cms.verify import verify
from reviews.credential import proof
from reviews.sign_off import revoke, sign_off
from tests.conftest import SIGN_OFF
from tests.databases import login, own_database, run
from tests.people import SECRET
from tests.races import LEVELS, RACES, Theatre, check
from tests.rules import refused
from tests.servers import waits_for


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


def test_suspension_while_a_publication_waits_stops_it(committed, signed, doctor, editor, compliance):
    """The ledger has one order, and both acts are held to it: nothing is published after its signer was suspended."""
    credential = signed.sign_offs.get().credential_id
    text = [signed.pk, bytes(signed.digest), editor.pk]
    with ExitStack() as stack:
        officer, other = (stack.enter_context(psycopg.connect(login("leaf_app", committed))) for _ in range(2))
        pool = stack.enter_context(ThreadPoolExecutor())
        officer.execute("select act.suspend_credential(%s, %s, 'Struck off')", [credential, compliance.pk])
        publishing = pool.submit(other.execute, "select act.publish(%s, %s, %s, null, '')", text)
        waited = waits_for(other, officer)
        officer.commit()
        assert waited
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            publishing.result()
    assert refusal.value.diag.constraint_name == "signed_by_enough_reviewers"
    assert [sentence for check, sentence in verify(connection) if not check.startswith("Roles")] == []


def test_publication_while_a_suspension_waits_came_before_it(committed, signed, editor, compliance):
    credential = signed.sign_offs.get().credential_id
    text = [signed.pk, bytes(signed.digest), editor.pk]
    with ExitStack() as stack:
        one, officer = (stack.enter_context(psycopg.connect(login("leaf_app", committed))) for _ in range(2))
        pool = stack.enter_context(ThreadPoolExecutor())
        one.execute("select act.publish(%s, %s, %s, null, '')", text)
        suspending = pool.submit(
            officer.execute, "select act.suspend_credential(%s, %s, 'Struck off')", [credential, compliance.pk]
        )
        waited = waits_for(officer, one)
        one.commit()
        assert waited
        suspending.result()
        officer.commit()
    entered = [name for (name,) in run("select act from cms_entry order by seq desc limit 2")]
    assert entered == ["suspend credential", "publish"]
    assert [sentence for check, sentence in verify(connection) if not check.startswith("Roles")] == []


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
