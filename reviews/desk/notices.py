"""Safety notices on the desk: where each stands, and what awaits whom."""

from django.db import connection

from articles.article import Topic
from articles.edition import Edition
from reviews.notice import Notice

KEPT_IN_VIEW = 20  # of those that are over


def notices():
    """Every notice that is not over and the newest that are, newest first, each with the `word` for where it stands."""
    found = Notice.objects.select_related("drafted_by", "signature", "publication__published_by", "end__by")
    words, over = states(), 0
    for notice in found.iterator():
        notice.word = words.get(notice.pk, "in review")  # written in this very moment
        over += notice.word == "ended"
        if over <= KEPT_IN_VIEW or notice.word != "ended":
            yield notice


def states():
    """Where each notice stands, by its id: in review, signed, published, ended or revoked."""
    with connection.cursor() as cursor:
        cursor.execute("select notice_id, state from gate.notice_states(clock_timestamp())")
        return dict(cursor.fetchall())


def touched(notice):
    """What a notice touches, in words."""
    if notice.everywhere:
        return "Every page"
    topics = Topic.objects.filter(slug__in=notice.topics).values_list("name", flat=True)
    titles = (
        Edition.objects.filter(article__in=notice.articles).order_by("article", "-number").distinct("article")
        .values_list("title", flat=True)
    )  # fmt: skip
    return ", ".join([*(f"pages on {name}" for name in topics), *(f"“{title}”" for title in titles)])


def as_readers_see(notice):
    """The notice as readers would get it; without a signer, while there is none."""
    signature = getattr(notice, "signature", None)
    return {
        "text": notice.text,
        "source": notice.source,
        "name": signature.reviewer_name if signature else "",
        "profession": signature.profession if signature else "",
        "signed_at": signature.signed_at if signature else notice.drafted_at,
        "ends_at": signature.ends_at if signature else notice.drafted_at,
    }


def happened(notice):
    """(instant, what, who, reason) of each step of a notice, oldest first."""
    lines = [(notice.drafted_at, "Written", notice.drafted_by.name, "")]
    if hasattr(notice, "signature"):
        by = notice.signature
        lines.append((by.signed_at, "Signed", f"{by.reviewer_name}, {by.profession}", ""))
    if hasattr(notice, "publication"):
        lines.append((notice.publication.published_at, "Published", notice.publication.published_by.name, ""))
    if hasattr(notice, "end"):
        lines.append((notice.end.at, "Ended", notice.end.by.name, notice.end.reason))
    return sorted(lines)
