"""Making a fix of the public edition: what readers would see changed, and at once what makes it more than a fix."""

from hashlib import sha256

import js_asset
from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse

from articles import difference
from articles.admin.screens import article_for, page, said_saved
from articles.article import Article
from articles.fix import FixText, public_edition, rehearse, submit_fix
from articles.forms import LinesField

BODY = Article._meta.get_field("body")


class FixForm(forms.Form):
    """The four texts that a fix may change. Whether they changed too much, the database says."""

    title = forms.CharField(widget=forms.TextInput(attrs={"class": "vLargeTextField"}), max_length=200)
    summary = forms.CharField(widget=AdminTextareaWidget(attrs={"rows": 4}))
    key_points = LinesField(widget=AdminTextareaWidget(attrs={"rows": 6}), required=False)
    body = BODY.formfield(widget=AdminTextareaWidget, help_text="")
    reason = forms.CharField(
        label="What you fix",
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        max_length=500,
        help_text="The reviewer reads it. It stays inside.",
        error_messages={"required": "Say in a few words what you fix, like “two typos” or “a dead link”."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)

    def text(self):
        typed = self.cleaned_data
        return FixText.of(typed["title"], typed["summary"], typed["key_points"], typed["body"])


def fix_view(model_admin, request, pk):
    """The form on the text that readers see; a first POST shows what would change, and a second submits exactly that."""
    article = article_for(model_admin, request, pk, "articles.submit")
    edition = public_edition(article)
    if edition is None or edition.kind != "article":
        return page(
            model_admin,
            request,
            "fix",
            article,
            "Fix the public text",
            edition=None,
            is_statement=article.kind == "statement",
        )
    document = edition.document()
    initial = {"title": document["title"], "summary": document["summary"], "key_points": document["key_points"],
               "body": document["html"]}  # fmt: skip
    form = FixForm(request.POST or None, initial=initial)
    context = {"overtaken": request.method == "POST" and request.POST.get("of-id") != edition.fingerprint}
    if request.method == "POST" and form.is_valid():
        text = form.text()
        context |= _looked_at(edition, document, text, request.user)
        was_shown = request.POST.get("shown-id") == context["shown"]
        if "_submit" in request.POST and was_shown and not context["overtaken"] and not context["excess"]:
            refusal = _submitted(request, edition, text, form.cleaned_data["reason"])
            if refusal is None:
                messages.success(
                    request, f"The fix is frozen as edition {context['number']} and waits for one reviewer to check it."
                )
                return said_saved(request, HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk])))
            context["excess"] = refusal.messages
        context["not_shown"] = "_submit" in request.POST and not was_shown
    elif form.errors:
        context["problems"] = [(form[name].auto_id, f"{form[name].label}: {sentence}")
                               for name, sentences in form.errors.items() for sentence in sentences]  # fmt: skip
    media = js_asset.Media.from_media(model_admin.media + form.media, nonce=str(request.csp_nonce))
    return page(
        model_admin, request, "fix", article, "Fix the public text", edition=edition, form=form, media=media, **context
    )


def _looked_at(edition, document, text, by):
    """What the page says of a text that was typed: what would change, and what makes it more than a fix."""
    rehearsal = rehearse(edition, by=by, text=text)
    parts = [difference.of_edition(one) for one in (document, document | text.as_json())]
    changed = [part for part in difference.differences(*parts) if part.changed]
    shown = sha256(repr(text).encode()).hexdigest()
    newest = edition.article.editions.order_by("-number").values_list("number", flat=True)[0]
    return {
        "rehearsal": rehearsal, "excess": [one.sentence for one in rehearsal.excess], "changed": changed, "shown": shown,
        "number": newest + 1,
    }  # fmt: skip


def _submitted(request, edition, text, reason):
    """Submit it. Returns nothing, or the refusal."""
    try:
        submit_fix(edition, by=request.user, text=text, reason=reason)
    except ValidationError as refusal:
        return refusal
