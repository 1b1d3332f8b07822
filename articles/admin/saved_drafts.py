"""Saved drafts: the list of them, one of them, two compared, and one brought back."""

from math import inf

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from reversion.models import Version

from articles import difference
from articles.admin.screens import article_for, page
from articles.article import Article, restore, saved_draft
from cms.refusals import as_fact


def saved_drafts_view(model_admin, request, pk):
    article = article_for(model_admin, request, pk)
    kept = article.saved_drafts()
    chosen = [request.GET.get(side, "") for side in ("old", "new")]
    return page(model_admin, request, "saved_drafts", article, "Saved drafts", kept=kept, chosen=chosen)


def saved_draft_view(model_admin, request, pk, revision):
    article = article_for(model_admin, request, pk)
    kept = _kept(article, revision)
    return page(
        model_admin, request, "saved_draft", article, f"Draft of {_when(kept)}",
        kept=kept, parts=difference.shown(difference.of_saved(kept)),
        may_restore=request.user.has_perm("articles.change_article"),
    )  # fmt: skip


def compare_view(model_admin, request, pk):
    article = article_for(model_admin, request, pk)
    sides = [_side(article, request.GET.get(side, "")) for side in ("old", "new")]
    old, new = sorted(sides, key=lambda side: side[2])
    found = difference.differences(old[1], new[1])
    return page(
        model_admin, request, "compare", article, "What changed", old=old[0], new=new[0], differences=found,
        same=not any(part.changed for part in found),
    )  # fmt: skip


def restore_view(model_admin, request, pk, revision):
    """Asks first; only the POST restores, and only over the draft that was shown."""
    article = article_for(model_admin, request, pk, "articles.change_article")
    kept = _kept(article, revision)
    if request.method == "POST":
        refusal = _restored(article, kept, request)
        if not refusal:
            messages.success(request, f"The draft of {_when(kept)} is the working draft again.")
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
        messages.error(request, refusal)
        article = article_for(model_admin, request, pk)
    found = difference.differences(difference.of_article(article), difference.of_saved(kept))
    return page(
        model_admin, request, "restore", article, f"Restore the draft of {_when(kept)}?", kept=kept, differences=found,
        same=not any(part.changed for part in found),
    )  # fmt: skip


def _kept(article, revision):
    try:
        return saved_draft(article, revision)
    except Version.DoesNotExist:
        raise Http404 from None


def _side(article, asked):
    """One side of a comparison: its name, its parts and its place in time. "now" is the working draft, newer than all."""
    if asked == "now":
        return "The draft as it is now", difference.of_article(article), inf
    if not asked.isdecimal():
        raise Http404
    kept = _kept(article, int(asked))
    return f"The draft of {_when(kept)}, by {kept.revision.user}", difference.of_saved(kept), kept.revision.pk


def _restored(article, kept, request):
    """Restore `kept` over the draft that was shown. Returns nothing, or why it was not done."""
    try:
        with transaction.atomic():
            Article.objects.select_for_update(no_key=True).get(pk=article.pk)
            if request.POST.get("seen") != article.digest().hex():
                return "Not restored: the draft was changed after you opened this page. Look at it again."
            restore(Article.objects.get(pk=article.pk), kept.revision.pk, by=request.user)
    except ValidationError as refusal:
        if refusal.code == "one_article_per_address":
            return f"Not restored: another article has the address “{kept.fields['slug']}” now."
        return f"Not restored: {as_fact(refusal.code)}"  # a reference of an older draft may have no shape that is asked for now


def _when(kept):
    return f"{kept.revision.date_created:%d %B %Y, %H:%M:%S} UTC"
