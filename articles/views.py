"""The public pages. They read through the reader's role alone, ask at most twice, and are the same for everybody."""

import json
import re
import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.core.cache import caches
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_safe

from articles.data import read
from articles.evidence_file import evidence_file
from articles.page import (
    build,
    crisis_help,
    earliest_end,
    in_full,
    instant_of,
    latest_sign_off,
    safety_notices,
    without_citations,
)
from articles.public import Answer, LiveArticle, LiveListed, elsewhere, help_now, signed_by
from cms.middleware import unavailable

A_PAGE = 20  # articles in a list
LARGEST_NUMBER = 2**63 - 1  # of a person in the database
LONGEST_KEPT = 60  # seconds that a shared cache may keep a page
TOPICS = read("topics")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ANY_ORIGIN = f"https://{secrets.token_hex(16)}.invalid"  # stands in kept pages where only the request names the site


def public_page(view):
    """A page for everybody: GET and HEAD alone. It is written anew before anybody is told that it has not changed."""
    # Nothing can be posted here, so there is no token to ask for: a POST is told 405, not 403.
    return csrf_exempt(require_safe(conditional_page(view)))


# Pages -------------------------------------------------------------------------------------------------------------------


@public_page
def home(request):
    """The newest articles."""
    articles, older = _listed(request)
    if articles is None or (not articles and not older and "before" in request.GET):
        return not_found(request)
    return _list_page(request, "articles/home.html", articles, {"older": older, "topics": _topics_of(articles)})


@public_page
def topic(request, slug):
    """The newest articles on one topic. A topic without any is not found; one that we know by name is named."""
    articles, older = _listed(request, topic=slug)
    known = {topic["slug"]: topic["name"] for topic in TOPICS}
    if not articles and not older:
        return _not_found(request, help_now().statement, known.get(slug) if articles == [] else None)
    name = next((topic["name"] for topic in _topics_of(articles) if topic["slug"] == slug), known.get(slug, slug))
    return _list_page(request, "articles/topic.html", articles, {"older": older, "name": name, "slug": slug})


@public_page
def article(request, slug):
    """One article as it stands at this moment; or where it went.

    The database is asked at every read. What is kept is the page as it was written out for exactly what the gate answers,
    once for each article that is shown, whatever host and port a reader names.
    """
    kept_under = sha256(slug.encode()).hexdigest()
    kept = caches["pages"].get(kept_under) or Kept(Answer(None))
    answer = LiveArticle.objects.condition(slug, before=kept.answer)
    if answer.condition is None:
        return _elsewhere(request, "article", slug)
    if answer != kept.answer:
        if answer.condition != kept.answer.condition:
            live = LiveArticle.objects.at(slug)
            if live is None:  # in this very moment
                return _elsewhere(request, "article", slug)
            kept = _written(request, live)
        if answer.condition == kept.answer.condition:
            kept = kept._replace(answer=answer)
        caches["pages"].set(kept_under, kept)
    html, tag = kept.html, kept.tag
    if not settings.SITE_URL:
        html = html.replace(ANY_ORIGIN.encode(), f"{request.scheme}://{request.get_host()}".encode())
        tag = _tag(html)
    return _kept(HttpResponse(html, headers={"ETag": tag}), kept.ends_at)


class Kept(NamedTuple):
    """A page as it was written out, and what the gate answered then.

    `tag` is the ETag of its bytes; `ends_at` when the first of the sign-offs that it rests on ends.
    """

    answer: Answer
    html: bytes = b""
    tag: str = ""
    ends_at: datetime | None = None


def _written(request, live):
    """The page of an article, written out."""
    address = _address("article", live.slug)
    page = build(
        live.document,
        digest=live.digest,
        sign_offs=live.sign_offs,
        statements=live.statements,
        notices=live.notices,
        starts_at=live.starts_at,
        first_published_at=live.first_published_at,
        due_by_rule=live.due_by_rule,
    )
    context = {
        "page": page,
        "canonical": address,
        "edition_url": _address("edition-json", live.slug),
        "evidence_url": _address("evidence-json", live.slug),
        "structured_data": _structured_data(page, address),
    }
    html = render(request, "articles/article.html", context).content
    return Kept(Answer(live.condition), html, _tag(html), page.ends_at)


def _tag(content):
    """The ETag of these bytes."""
    return f'"{sha256(content).hexdigest()}"'


@public_page
def edition_json(request, slug):
    """The very bytes that were signed. Their SHA-256 is the fingerprint that the page shows."""
    live = LiveArticle.objects.at(slug, "id", "content", "digest", "sign_offs")
    if live is None:
        return _elsewhere(request, "edition-json", slug)
    response = HttpResponse(bytes(live.content), content_type="application/json")
    response["ETag"] = f'"{bytes(live.digest).hex()}"'
    response["X-Robots-Tag"] = "noindex"  # the page is what is to be found
    return _kept(response, earliest_end(live.sign_offs))


@public_page
def evidence_json(request, slug):
    """The evidence for the edition that is shown now: what a stranger needs to check it."""
    found = evidence_file(slug)
    return _evidence(found) if found else _elsewhere(request, "evidence-json", slug)


@public_page
def edition_evidence(request, slug, number):
    """The evidence for an edition that readers saw once, whatever became of it. Its text is not in it."""
    found = evidence_file(slug, number)
    return _evidence(found) if found else not_found(request)


def _evidence(found):
    content = (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
    response = HttpResponse(content, content_type="application/json")
    response["ETag"] = _tag(content)
    response["X-Robots-Tag"] = "noindex"
    return _kept(response, None)  # it stays public when the text does not


@public_page
def reviewer(request, number):
    """Who signed, as what, with which interests, and what of it is public now. Not found while nothing is.

    It is asked anew at every read, and not kept: it changes with every article of theirs.
    """
    if number > LARGEST_NUMBER:
        return not_found(request)
    articles, older = _page_of(request, lambda limit, before: signed_by(number, limit, before=before))
    if not articles and older and "before" not in request.GET:
        return redirect(f"{request.path}?before={older}")
    if not articles:
        return not_found(request)
    for article in articles:
        article.sign_offs[:] = [one | {"signed_at": instant_of(one["signed_at"])} for one in article.sign_offs]
    declared = articles[0].declared
    if declared:
        declared |= {"declared_at": instant_of(declared["declared_at"])}
    newest = {name: articles[0].sign_offs[0][name] for name in ("name", "profession", "specialties")}
    return _list_page(request, "articles/reviewer.html", articles, newest | {"declared": declared, "older": older})


@public_page
def how_we_review(request):
    """What a signature means here, in one screen. The same for everybody, at any time."""
    return render(request, "articles/how_we_review.html")


@public_page
def robots(request):
    """What search engines may fetch: the public pages; of the demo, nothing."""
    rules = ["Disallow: /"] if settings.DEMO else ["Disallow: /admin/", "Disallow: /desk/", "Allow: /"]
    return HttpResponse("\n".join(["User-agent: *", *rules, ""]), content_type="text/plain; charset=utf-8")


# What is not there -------------------------------------------------------------------------------------------------------

GONE = {"retracted", "taken down"}


def not_found(request, exception=None):
    """The page for an address that holds nothing public: the way on, and crisis help. 503 when that can't be read."""
    try:
        return _not_found(request, help_now().statement)
    except (OperationalError, InterfaceError) as problem:
        return unavailable(request, problem)


def _not_found(request, statement, topic=None):
    return render(request, "404.html", {"help": crisis_help(statement), "topic": topic}, status=404)


def _elsewhere(request, name, slug):
    """What an address without a live article answers: its new address, signed words for it, or that nothing was there."""
    found, help_statement = elsewhere(slug)
    if found is None:
        return _not_found(request, help_statement)
    if found.moved_to:
        return HttpResponsePermanentRedirect(reverse(name, args=[found.moved_to]))
    if name in ("edition-json", "evidence-json"):
        return HttpResponse(
            "This text is not shown at present.\n", content_type="text/plain; charset=utf-8", status=410
        )
    statement = found.statement
    context = {
        "title": statement["title"] if statement else "",
        "html": without_citations(statement["html"]) if statement else "",
        "related": found.related,
        "help": crisis_help(help_statement),
    }
    gone = found.fate in GONE or statement is None
    return render(request, "articles/elsewhere.html", context, status=410 if gone else 200)


# Lists -------------------------------------------------------------------------------------------------------------------


def _listed(request, topic=None):
    """The page of articles that was asked for, newest first, and the key of the next page ("" on the last).

    Where very many cannot be shown a page has fewer, or none, and the next has older ones. None instead of the list when
    the key asked for is none of ours.
    """
    rows, older = _page_of(request, lambda limit, before: LiveListed.objects.newest(limit, topic=topic, before=before))
    for row in rows or []:
        row.reviewed_at = latest_sign_off(row.sign_offs)
    return rows, older


def _page_of(request, ask):
    """The rows that `ask(limit, before)` gives for the key in the address, as `_listed` says."""
    before = None
    if "before" in request.GET:
        try:
            before = _position(request.GET["before"])
        except (ValueError, OverflowError):
            return None, ""
    rows = ask(A_PAGE + 1, before)
    if rows and rows[-1].slug is None:  # the database stopped looking there
        return rows[:-1], _key(rows[-1])
    return rows[:A_PAGE], _key(rows[A_PAGE - 1]) if len(rows) > A_PAGE else ""


def _key(row):
    """Where a list goes on after `row`: its start in microseconds and its id."""
    return f"{(row.starts_at - EPOCH) // timedelta(microseconds=1):x}-{row.pk:x}"


def _position(key):
    """The start and the id that `key` names. Raises ValueError or OverflowError when it names none."""
    if not re.fullmatch(r"[0-9a-f]{1,16}-[0-9a-f]{1,15}", key):
        raise ValueError(key)
    microseconds, pk = (int(part, 16) for part in key.split("-"))
    return EPOCH + timedelta(microseconds=microseconds), pk


def _topics_of(articles):
    """The topics of these articles, each once, by name."""
    topics = {topic["slug"]: topic for article in articles for topic in article.topics}
    return sorted(topics.values(), key=lambda topic: topic["name"])


def _list_page(request, template, articles, context):
    now = help_now()
    notices = [n for n in now.notices if n["everywhere"] or context.get("slug") in n["topics"]]
    context |= {"articles": articles, "help": crisis_help(now.statement), "notices": safety_notices(notices)}
    response = render(request, template, context)
    ends = [notices, *(article.sign_offs for article in articles)]
    if now.statement:
        ends.append([now.statement, *now.statement["sign_offs"]])
    return _kept(response, earliest_end(*ends))


# What goes with a page ---------------------------------------------------------------------------------------------------


def _kept(response, ends_at):
    """`response`, for which a browser asks again each time, and which a shared cache may keep for a minute.

    Never beyond the end of a sign-off that it rests on; whoever runs a shared cache clears it at a take-down.
    """
    left = int((ends_at - timezone.now()).total_seconds()) if ends_at else LONGEST_KEPT
    shared = max(0, min(left, LONGEST_KEPT))
    response["Cache-Control"] = f"public, max-age=0, must-revalidate, s-maxage={shared}"
    return response


def _address(name, slug):
    """The whole address of a page, as the settings name the site; else with ANY_ORIGIN, which each request replaces."""
    return f"{settings.SITE_URL or ANY_ORIGIN}{reverse(name, args=[slug])}"


def _structured_data(page, url):
    """The page's facts for search engines, as JSON-LD. The demo's reviewers are invented, so it names none."""
    facts = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "url": url,
        "name": page.title,
        "description": page.summary,
        "inLanguage": page.language,
        "datePublished": page.first_published_at.isoformat(),
        "dateModified": page.starts_at.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in page.bylines],
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME},
    }
    if not settings.DEMO:
        facts["lastReviewed"] = page.reviewed_at.date().isoformat()
        facts["reviewedBy"] = [
            {
                "@type": "Person",
                "name": sign_off["name"],
                "jobTitle": sign_off["profession"],
                "url": _address("reviewer", sign_off["reviewer"]),
            }
            for sign_off in in_full(page.sign_offs)
        ]
    text = json.dumps(facts, ensure_ascii=False)
    for character in "<>&\u2028\u2029":  # a title must not be able to end the element that this stands in
        text = text.replace(character, f"\\u{ord(character):04x}")
    return mark_safe(text)  # noqa: S308 (JSON without any character that HTML knows)
