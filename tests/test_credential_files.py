"""Files of credentials: what an officer looked at, kept for compliance alone, and never changed or shown."""

from hashlib import sha256

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from cms.ledger import Entry
from cms.refusals import SENTENCES
from cms.verify.record import check_record
from reviews.appointment import appoint, dismiss
from reviews.credential import CredentialFile, attach_file, enrol_secret, fetch_file
from tests.databases import login, run
from tests.desk import stranger
from tests.people import SECRET
from tests.rules import denied, refused

PDF = b"%PDF-1.7 a licence of the tests"
KINDS = {PDF: "application/pdf", b"\x89PNG\r\n\x1a\n...": "image/png", b"\xff\xd8\xff\xe0...": "image/jpeg"}


@pytest.fixture
def verification(doctor):
    return doctor.credentials.get().verifications.first()


@pytest.fixture
def licence(verification, compliance):
    return attach_file(verification, by=compliance, secret=SECRET, name="licence.pdf", content=PDF)


def keep(verification, by, content=PDF, name="licence.pdf", secret=SECRET):
    return attach_file(verification, by=by, secret=secret, name=name, content=content)


@pytest.fixture
def second_officer(committed):
    made = stranger("Otto Officer", "Compliance")
    enrol_secret(by=made, secret=SECRET)
    appoint(made, "compliance")
    return made


# Kept ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", KINDS, ids=KINDS.values())
def test_officer_keeps_what_they_looked_at(verification, compliance, content):
    kept = keep(verification, compliance, content)

    assert (kept.kind, kept.size) == (KINDS[content], len(content))
    assert bytes(kept.digest) == sha256(content).digest()
    assert fetch_file(kept, by=compliance) == content


def test_keeping_and_fetching_are_entered_without_name_or_bytes(licence, compliance):
    fetch_file(licence, by=compliance)

    fetched, kept = Entry.objects.filter(act__in=["attach file", "fetch file"])
    assert (fetched.act, fetched.actor, kept.actor) == ("fetch file", compliance, compliance)
    assert sha256(PDF).hexdigest() in bytes(kept.body).decode()
    assert "licence" not in bytes(kept.body).decode()


CONTENTS = {  # rule: what is wrong of it
    "file_is_pdf_png_or_jpeg": {"content": b"<script>alert(1)</script>"},
    "file_is_small": {"content": PDF + bytes(5_000_000)},
    "file_name_is_plain": {"name": "lic\u202eence.pdf"},
}


@pytest.mark.parametrize("rule", CONTENTS)
def test_what_cannot_be_kept(verification, compliance, rule):
    with refused(rule):
        keep(verification, compliance, **CONTENTS[rule])


def test_file_is_kept_once_by_who_checked_in_office_and_with_their_secret(
    committed, licence, compliance, second_officer, doctor
):
    verification = licence.verification
    with refused("file_attached_once"):
        keep(verification, compliance, name="another name.pdf")
    with refused("same_person"):
        keep(verification, compliance, PDF + b"2", secret="wrong " * 4)
    with refused("attached_by_who_checked"):
        keep(verification, second_officer, PDF + b"2")
    with pytest.raises(PermissionDenied):
        keep(verification, doctor, PDF + b"2")
    dismiss(compliance, "compliance")
    for act in (lambda: keep(verification, compliance, PDF + b"2"), lambda: fetch_file(licence, by=compliance)):
        with refused("by_a_compliance_officer"):
            act()


# Round the operations -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    ["select content from reviews_credentialfile", "select * from reviews_credentialfile",
     "insert into reviews_credentialfile (verification_id, officer_id, name, content) values (1, 1, 'x.pdf', '\\xffd8ff')",
     "update reviews_credentialfile set content = '\\xffd8ff'", "delete from reviews_credentialfile",
     "truncate reviews_credentialfile"],
)  # fmt: skip
def test_application_neither_reads_nor_changes_its_bytes(licence, statement):
    with denied():
        run(statement)


def test_nobody_fetches_who_is_no_officer(licence, doctor):
    with pytest.raises(PermissionDenied):
        fetch_file(licence, by=doctor)
    with refused("by_a_compliance_officer"):
        run("select act.fetch_file(%s, %s)", licence.pk, doctor.pk)


def test_file_that_is_not_there(compliance):
    with refused("file_is_there"):
        run("select act.fetch_file(0, %s)", compliance.pk)


def test_owner_changes_none_and_writes_none_that_breaks_a_rule(committed, licence, as_owner):
    for statement in ("update reviews_credentialfile set name = 'x.pdf'", "delete from reviews_credentialfile"):
        with pytest.raises(psycopg.IntegrityError, match="evidence is only added to"):
            as_owner.execute(statement)
    insert = "insert into reviews_credentialfile (verification_id, officer_id, name, content) values (%s, %s, %s, %s)"
    row = [licence.verification_id, licence.officer_id, "x.pdf", PDF + b"2"]
    for place, value, rule in [
        (1, row[1] + 1, "attached_by_who_checked"), (2, "a<b", "file_name_is_plain"), (3, b"MZ", "file_is_pdf_png_or_jpeg"),
        (3, PDF, "file_attached_once"), (3, PDF + bytes(5_000_000), "file_is_small"),
    ]:  # fmt: skip
        with pytest.raises(psycopg.IntegrityError) as caught:
            as_owner.execute(insert, [*row[:place], value, *row[place + 1 :]])
        assert caught.value.diag.constraint_name == rule


def test_reader_finds_nothing_of_it(committed, licence):
    with psycopg.connect(login("leaf_reader", committed), autocommit=True) as reader:
        for statement in ("select id from public.reviews_credentialfile", "select gate.file_digest(1)",
                          f"select act.fetch_file({licence.pk}, {licence.officer_id})"):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                reader.execute(statement)


def test_bytes_that_were_exchanged_are_found(committed, licence, as_superuser):
    def found():
        return list(check_record(connections["default"], lambda rows: rows, 1))

    assert found() == []
    as_superuser.execute("alter table reviews_credentialfile disable trigger append_only")
    as_superuser.execute("update reviews_credentialfile set content = '%PDF-forged'")
    assert found() == [f"The file of a credential {licence.pk} is not what its entry in the ledger says."]


# At the desk ----------------------------------------------------------------------------------------------------------------


def upload(content=PDF, name="licence.pdf"):
    return SimpleUploadedFile(name, content, "text/html")


def attaching(verification):
    return f"/desk/credentials/{verification.credential_id}/attach/"


def test_officer_keeps_and_fetches_it_at_the_desk(visit, client, verification, compliance):
    before = visit(compliance, "/desk/credentials/")
    assert "No file is kept with it." in before

    page = visit(compliance, attaching(verification), file=upload(), secret=SECRET)
    assert "The file is kept with the newest verification of Dr Dora Doctor." in page
    (kept,) = CredentialFile.objects.all()
    assert f'<a href="/desk/credentials/files/{kept.pk}/">licence.pdf</a>' in page

    answer = client.get(f"/desk/credentials/files/{kept.pk}/")
    assert answer.content == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="licence.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert client.post(f"/desk/credentials/files/{kept.pk}/").status_code == 405


@pytest.mark.parametrize(
    ("name", "content", "saved"),
    [
        ("licence.html", PDF, "licence.html.pdf"), ("run.PDF.hta", PDF, "run.PDF.hta.pdf"), ("Licence.PDF", PDF, "Licence.PDF"),
        ("scan.jpeg", b"\xff\xd8\xff\xe0<script>", "scan.jpeg"), ("scan.svg", b"\x89PNG\r\n\x1a\n<svg>", "scan.svg.png"),
        ("licence.pdf ", PDF, "licence.pdf .pdf"), ("licence.pdf.", PDF, "licence.pdf..pdf"),
    ],
)  # fmt: skip
def test_saved_file_is_opened_as_what_its_bytes_are(client, verification, compliance, name, content, saved):
    """Whatever an officer called it: a page or a program in another's hands is none that their machine runs."""
    kept = keep(verification, compliance, content, name)
    client.force_login(compliance)
    answer = client.get(f"/desk/credentials/files/{kept.pk}/")
    assert answer["Content-Disposition"] == f'attachment; filename="{saved}"'


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({"file": b"<html>"}, SENTENCES["file_is_pdf_png_or_jpeg"]), ({"file": PDF + bytes(5_000_000)}, SENTENCES["file_is_small"]),
     ({"file": b""}, "That file is empty."), ({}, "Choose a file."),
     ({"file": PDF, "secret": "wrong " * 4}, SENTENCES["same_person"])],
    ids=["page", "large", "empty", "none", "wrong secret"],
)  # fmt: skip
def test_refused_file_is_said_beside_the_form(visit, verification, compliance, fields, sentence):
    posted = {"secret": SECRET} | fields | ({"file": upload(fields["file"])} if "file" in fields else {})
    page = visit(compliance, attaching(verification), **posted)

    assert page.count(sentence) == 2  # on top, and beside the field
    assert ("Choose the file again." in page) == ("file" in fields)
    assert "What you typed is still there" not in page
    assert not CredentialFile.objects.exists()


def test_nobody_else_reaches_it_at_the_desk(visit, client, licence, doctor, editor, administrator):
    address = f"/desk/credentials/files/{licence.pk}/"
    for person in (doctor, editor, administrator):
        visit(person, address)
        assert visit.status == 403
    visit(stranger("Paul Pretender", "Compliance"), address)
    assert visit.status == 403  # of the group, and not in office
    client.logout()
    assert client.get(address).status_code == 302
