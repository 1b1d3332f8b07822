"""Submitting a draft for review: exactly the one that was shown."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse

from articles import difference
from articles.admin.screens import article_for, page
from articles.edition import submit
from cms.refusals import SENTENCES


def submit_view(model_admin, request, pk):
    """Shows what will be frozen, and asks; the POST submits exactly that."""
    article = article_for(model_admin, request, pk, "articles.submit")
    if request.method == "POST":
        return submit_shown(request, article, _bytes(request.POST.get("seen", "")))
    parts = difference.shown(difference.of_article(article))
    return page(model_admin, request, "submit", article, "Submit for review", parts=parts)


def submit_shown(request, article, seen):
    """Submit the draft whose digest is `seen`; the answer goes back to its form, with what came of it."""
    try:
        _check_that_funding_is_said(article)
        edition = submit(article, by=request.user, seen=seen)
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
    except PermissionDenied:
        messages.error(request, "Not submitted: you may not submit drafts for review.")
    else:
        refusal = article.verdicts.filter(kind="refused", lift=None).first()
        if refusal:
            messages.warning(
                request,
                f"Submitted, but {refusal.reviewer}'s refusal of this article holds: no edition of it can be published "
                f"until {refusal.reviewer} lifts that or the medical lead overrules it.",
            )
        else:
            messages.success(
                request,
                f"Submitted: edition {edition.number} is frozen and in review. A reviewer who did not write it reads it "
                "now, and signs it or asks for changes. You can go on writing: later changes belong to a next edition.",
            )
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _check_that_funding_is_said(article):
    if article.kind == "article" and not article.funding:
        raise ValidationError(SENTENCES["funding_is_said"], code="funding_is_said")


def _bytes(digits):
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return b""
