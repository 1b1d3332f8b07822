"""Submitting a draft for review: exactly the one that was shown, once nothing stands in its way."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse

from articles import difference
from articles.admin.screens import article_for, page
from articles.edition import submit
from articles.rehearsal import obstacles

# Where on the form a rule's refusal is mended.
PLACES = {
    "no_stroked_letters": "id_body",
    "title_is_written": "id_title",
    "title_is_chosen": "id_title_is_proposed",
    "own_address": "id_slug",
    "plain_address": "id_slug",
    "statement_keeps_its_name": "id_slug",
    "summary_is_written": "id_summary",
    "statement_short_form_fits": "id_summary",
    "three_to_five_key_points": "id_key_points",
    "body_is_written": "id_body",
    "markup_in_vocabulary": "id_body",
    "entities_are_plain": "id_body",
    "contacts_have_their_shape": "id_contact_list",
    "every_citation_has_a_reference": "references-group",
    "every_citation_is_readable": "id_body",
    "links_are_plain": "references-group",
    "references_have_their_shape": "references-group",
    "article_has_a_topic": "id_topics",
    "article_has_a_byline": "bylines-group",
    "funding_is_said": "id_paid",
}


def submit_view(model_admin, request, pk):
    """Shows what will be frozen and all that would be refused, and asks; the POST submits exactly that."""
    article = article_for(model_admin, request, pk, "articles.submit")
    if request.method == "POST":
        return submit_shown(request, article, _bytes(request.POST.get("seen", "")))
    parts = difference.shown(difference.of_article(article))
    in_the_way = [
        (PLACES.get(obstacle.rule, "id_title"), obstacle.sentence)
        for obstacle in obstacles(article, by=request.user, seen=article.seen)
    ]
    return page(model_admin, request, "submit", article, "Submit for review", parts=parts, obstacles=in_the_way)


def submit_shown(request, article, seen):
    """Submit the draft whose digest is `seen`. Refused, it is shown again with all that stands in its way."""
    back = "admin:articles_article_change"
    try:
        edition = submit(article, by=request.user, seen=seen)
    except ValidationError as refusal:
        back = "admin:articles_article_submit"
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
    return HttpResponseRedirect(reverse(back, args=[article.pk]))


def _bytes(digits):
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return b""
