"""Saved drafts: they are listed, compared and looked at without a change, and brought back as a new draft."""

import json

import pytest
from reversion.models import Version

from articles.article import NOBODY_PAID, Article, DraftSave, Reference, Topic, restore, save_draft
from articles.edition import Edition, submit
from cms.ledger import Entry
from tests.conftest import write
from tests.drafts import address, posted, revisions, saved


@pytest.fixture
def two_saves(draft, second_writer):
    draft.body = "<h2>The survey</h2><p>Ten people were asked about worry [@garcia2020].</p><p>A new paragraph.</p>"
    draft.funding = "A company"
    return save_draft(
        draft, by=second_writer, comment="More", topics=list(Topic.objects.filter(slug="depression")),
        references=[Reference(key="garcia2020", title="Another title", design="survey")], bylines=[second_writer],
    )  # fmt: skip


def test_saved_drafts_are_listed_and_compared(writing, two_saves):
    new, old = revisions(two_saves)

    listed = writing.get(address(two_saves, "saved_drafts"))
    for text in ["Walter Writer", "More", "Wanda Writer", "First draft"]:
        assert text in listed.text
    compared = writing.get(address(two_saves, "compare"), {"old": old, "new": new})
    found = {part.label: part.html for part in compared.context["differences"] if part.changed}

    assert set(found) == {"Body", "Topics", "References", "Bylines", "Funding"}
    assert "<ins>A new paragraph.</ins>" in found["Body"]
    assert "<del>Anxiety</del>" in found["Topics"].replace("</del> ", "</del>") or "<del>" in found["Topics"]
    with_current = writing.get(address(two_saves, "compare"), {"old": new, "new": "now"})
    assert "The two say the same." in with_current.text


def test_the_older_draft_comes_first_whichever_was_chosen_as_such(writing, two_saves):
    new, old = revisions(two_saves)

    for first, second in [(old, new), (new, old), ("now", old)]:
        compared = writing.get(address(two_saves, "compare"), {"old": first, "new": second})
        assert "Wanda Writer" in compared.context["old"]
        funding = next(part for part in compared.context["differences"] if part.label == "Funding")
        assert "<ins>A</ins>" in funding.html


def test_saved_drafts_of_one_minute_are_told_apart(writing, two_saves):
    kept = two_saves.saved_drafts().first().revision
    when = f"{kept.date_created:%B %Y, %H:%M:%S} UTC"

    assert when in writing.get(address(two_saves, "saved_drafts")).text
    assert when in writing.get(address(two_saves, "saved_draft", kept.pk)).text


def test_a_change_of_form_alone_is_said(writing, draft, writer):
    old = revisions(draft)[0]
    draft.body = draft.body.replace("h2", "h3")
    save_draft(draft, by=writer)

    page = writing.get(address(draft, "compare"), {"old": old, "new": "now"})

    assert "Only headings, lists, emphasis or spaces differ" in page.text


def test_hostile_saved_text_is_shown_as_text(writing, draft, writer):
    version = Version.objects.get_for_object(draft).get()
    forged = json.loads(version.serialized_data)
    forged[0]["fields"] |= {"title": "<script>x</script>", "body": "<p onclick='x'>b</p><script>x</script>"}
    version.serialized_data = json.dumps(forged)
    with pytest.raises(Exception, match="denied"):
        version.save()


def test_looking_changes_nothing(writing, two_saves):
    def everything():
        article = Article.objects.get(pk=two_saves.pk)
        return article.digest(), len(revisions(article)), Entry.objects.count(), DraftSave.objects.count()

    before, (new, old) = everything(), revisions(two_saves)
    for name, more in [
        ("saved_drafts", []),
        ("saved_draft", [old]),
        ("restore", [old]),
        ("submit", []),
        ("change", []),
    ]:
        assert writing.get(address(two_saves, name, *more)).status_code == 200
    writing.get(address(two_saves, "compare"), {"old": old, "new": new})

    assert everything() == before


def test_restoring_writes_a_new_draft_and_touches_no_evidence(writing, two_saves, writer):
    edition = submit(two_saves, by=writer)
    newest, oldest = revisions(two_saves)
    before = Edition.objects.values_list("pk", "digest"), Entry.objects.count()

    page = writing.get(address(two_saves, "restore", oldest))
    assert "would go" in page.text
    answer = writing.post(address(two_saves, "restore", oldest), {"seen": page.context["article"].seen.hex()})

    assert answer.status_code == 302
    article = Article.objects.get(pk=two_saves.pk)
    assert "A new paragraph" not in article.body
    assert article.funding == NOBODY_PAID
    assert [topic.slug for topic in article.topics.all()] == ["safety"]
    assert [byline.person for byline in article.bylines.all()] == [writer]
    assert [reference.title for reference in article.references.all()] == ["Kratom: user demographics"]
    assert revisions(article)[1:] == [newest, oldest]
    assert saved(article)[0][1].startswith("Restored the draft of")
    assert (list(Edition.objects.values_list("pk", "digest")), Entry.objects.count()) == (list(before[0]), before[1])
    assert Edition.objects.get(pk=edition.pk).html == edition.html


def test_restoring_over_a_draft_that_was_not_shown_is_refused(writing, two_saves):
    page = writing.post(address(two_saves, "restore", revisions(two_saves)[1]), {"seen": "00"})

    assert page.status_code == 200
    assert "Not restored" in page.text
    assert len(revisions(two_saves)) == 2


def test_a_draft_whose_address_is_taken_is_not_restored(writing, draft, writer):
    old = draft.slug
    draft.slug = "moved"
    save_draft(draft, by=writer)
    write(writer, slug=old)

    page = writing.post(address(draft, "restore", revisions(draft)[1]), {"seen": draft.digest().hex()})

    assert "another article has the address" in page.text
    assert Article.objects.get(pk=draft.pk).slug == "moved"


def test_a_saved_draft_of_another_article_is_not_found(writing, draft, ptsd_draft, writer):
    other = revisions(ptsd_draft)[0]

    assert writing.get(address(draft, "saved_draft", other)).status_code == 404
    assert writing.get(address(draft, "restore", other)).status_code == 404
    assert writing.post(address(draft, "restore", other)).status_code == 404
    assert writing.get(address(draft, "compare"), {"old": other, "new": "now"}).status_code == 404
    assert writing.get(address(draft, "compare"), {"old": "x", "new": ""}).status_code == 404
    with pytest.raises(Version.DoesNotExist):
        restore(draft, other, by=writer)


def test_who_may_not_write_may_not_restore(client, two_saves, doctor):
    client.force_login(doctor)

    assert client.get(address(two_saves, "saved_drafts")).status_code == 200
    assert client.get(address(two_saves, "restore", revisions(two_saves)[1])).status_code == 403
    assert client.post(address(two_saves, "restore", revisions(two_saves)[1])).status_code == 403
    assert client.post(address(two_saves, "submit")).status_code == 403
    assert client.post(address(two_saves), posted(two_saves)).status_code == 403


def test_older_draft_whose_reference_has_no_shape_is_not_restored(committed, writing, draft, writer, as_owner):
    as_owner.execute("alter table articles_reference drop constraint doi_is_plain")
    save_draft(draft, by=writer, references=[Reference(key="garcia2020", doi="in the journal")])
    save_draft(draft, by=writer, references=[Reference(key="garcia2020")])
    as_owner.execute(
        "alter table articles_reference add constraint doi_is_plain check (reference_fits('doi', doi) is true) not valid"
    )

    page = writing.post(address(draft, "restore", revisions(draft)[1]), {"seen": draft.digest().hex()})

    assert "Not restored: A reference has no DOI where one is asked for." in page.text
    assert draft.references.get().doi == ""
