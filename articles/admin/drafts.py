"""The admin of drafts: the list of them, and the form in which one is written and saved."""

from functools import partial

import js_asset
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery
from django.urls import path

from articles import difference
from articles.admin.fixing import fix_view
from articles.admin.rows import BylineInline, ReferenceInline
from articles.admin.saved_drafts import compare_view, restore_view, saved_draft_view, saved_drafts_view
from articles.admin.screens import said_saved
from articles.admin.submitting import submit_shown, submit_view
from articles.article import Article, Byline, DraftSave, Reference, State, save_draft
from articles.carrying import left_in
from articles.edition import Edition
from articles.forms import DraftForm


class StateFilter(admin.SimpleListFilter):
    title = parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(name, name) for name in State.NAMES]

    def queryset(self, request, queryset):
        """States are asked for on their own, once: joined to a search they would be derived anew for each hit."""
        if not self.value():
            return queryset
        if self.value() not in State.NAMES:
            return queryset.none()
        return queryset.filter(pk__in=list(State.objects.filter(state=self.value()).values_list("pk", flat=True)))


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    """Working drafts. Every save is kept; nothing here reaches readers without an edition and its sign-offs."""

    form = DraftForm
    inlines = [BylineInline, ReferenceInline]
    actions = None
    list_display = ["title", "kind", "state_now", "edition_number", "changed_at", "changed_by"]
    list_filter = [StateFilter, "kind", "topics"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["title", "slug", "body"]
    search_help_text = "Words of the title, the address or the text"

    class Media:
        js = ["admin/draft.js", "admin/unsent.js"]

    # The list ---------------------------------------------------------------------------------------------------------

    def get_queryset(self, request):
        """With state, newest edition and last change. The state comes by a query of its own; see StateFilter."""
        saves = DraftSave.objects.filter(article=OuterRef("pk")).order_by("-id")
        editions = Edition.objects.filter(article=OuterRef("pk")).order_by("-number")
        return super().get_queryset(request).prefetch_related("state").annotate(
            changed_at=Subquery(saves.values("at")[:1]),
            changed_by=Subquery(saves.values("person__name")[:1]),
            edition_number=Subquery(editions.values("number")[:1]),
        ).order_by("-changed_at", "-pk")  # fmt: skip

    @admin.display(description="state")
    def state_now(self, article):
        return article.state.state

    @admin.display(description="edition", ordering="edition_number", empty_value="–")
    def edition_number(self, article):
        return article.edition_number

    @admin.display(description="draft changed (UTC)", ordering="changed_at")
    def changed_at(self, article):
        return f"{article.changed_at:%d %b %Y, %H:%M}"

    @admin.display(description="by")
    def changed_by(self, article):
        return article.changed_by

    # The form ---------------------------------------------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return []  # shown as text instead; see render_change_form
        text = ["title", "slug", "summary", "key_points", "body"]
        if obj and obj.title_is_proposed:
            text.insert(1, "title_is_proposed")
        about = ["topics", "funding", "uses_ai_tools"]
        if obj and obj.kind == "statement":
            text.append("contact_list")
            about.insert(0, "kind")
        else:
            about.insert(1, "paid")
        return [
            (None, {"fields": text}),
            ("About the text", {"fields": about}),
        ]

    def get_readonly_fields(self, request, obj=None):
        return ["kind"]

    def get_prepopulated_fields(self, request, obj=None):
        return {"slug": ["title"]} if obj is None else {}

    def get_inlines(self, request, obj):
        return self.inlines if obj is None or self.has_change_permission(request, obj) else []

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if request.method == "GET" and not obj.pk and isinstance(inline, BylineInline):
            kwargs["initial"] = [{"person": request.user.pk}]
        return kwargs

    def get_object(self, request, object_id, from_field=None):
        """With `seen`, the digest of the draft. It is asked for first: who reads on sees this draft or a newer one.

        And with `opened_by`, whoever asks for it.
        """
        article = super().get_object(request, object_id, from_field)
        if article:
            article.seen = article.digest()
            article.opened_by = request.user
            article.refresh_from_db()
        return article

    def has_delete_permission(self, request, obj=None):
        return False

    # Saving -----------------------------------------------------------------------------------------------------------

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """As ever; a POST holds the draft's row, so that two people saving at once are told of each other."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            return self._saving(request, object_id, form_url, extra_context)
        except (IntegrityError, ValidationError):
            # Somebody was faster, with the same address for instance. Validation now sees it, and says so by the field.
            return self._saving(request, object_id, form_url, extra_context)

    @transaction.atomic
    def _saving(self, request, object_id, form_url, extra_context):
        article = object_id and super().get_object(request, unquote(object_id))
        if article:
            Article.objects.select_for_update(no_key=True).values_list("pk").get(pk=article.pk)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """Nothing yet: the draft and its rows are saved together, in `save_related`."""

    def save_related(self, request, form, formsets, change):
        rows = {formset.model: formset.changes(form.instance) for formset in formsets}
        bylines = rows[Byline]
        save_draft(
            form.instance,
            by=request.user,
            comment=form.cleaned_data["what_changed"],
            topics=list(form.cleaned_data["topics"]),
            references=rows[Reference],
            bylines=None if bylines is None else [byline.person for byline in bylines],
        )

    def construct_change_message(self, request, form, formsets, add=False):
        return form.cleaned_data["what_changed"]

    def response_add(self, request, obj, post_url_continue=None):
        return said_saved(
            request, self._submitted(request, obj) or super().response_add(request, obj, post_url_continue)
        )

    def response_change(self, request, obj):
        return said_saved(request, self._submitted(request, obj) or super().response_change(request, obj))

    def _submitted(self, request, article):
        """The answer to "Save and submit": the saved draft is submitted too. A refusal leaves it saved."""
        if "_submit" in request.POST:
            messages.success(request, "The draft is saved.")
            return submit_shown(request, article, article.digest())

    # What stands around the form --------------------------------------------------------------------------------------

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        # django-prose-editor loads by an inline import map: it needs the nonce of this answer.
        context["media"] = js_asset.Media.from_media(context["media"], nonce=str(request.csp_nonce))
        context["show_save_and_add_another"] = False
        context["may_submit"] = request.user.has_perm("articles.submit")
        if obj:
            context |= _standing(obj)
            if not self.has_change_permission(request, obj):
                context["parts"] = difference.shown(difference.of_article(obj))
        form, inlines = context["adminform"].form, context["inline_admin_formsets"]
        context["problems"], context["errors"] = _problems(form, inlines), None  # instead of Django's own line
        if form.is_bound and form.overtaken:
            context["overtaken"] = _against_theirs(form, inlines)
        return super().render_change_form(request, context, add, change, form_url, obj)

    # The screens beside it -----------------------------------------------------------------------------------------------

    def get_urls(self):
        pages = [
            ("saved-drafts/", saved_drafts_view, "saved_drafts"),
            ("saved-drafts/compare/", compare_view, "compare"),
            ("saved-drafts/<int:revision>/", saved_draft_view, "saved_draft"),
            ("saved-drafts/<int:revision>/restore/", restore_view, "restore"),
            ("submit/", submit_view, "submit"),
            ("fix/", fix_view, "fix"),
        ]
        own = [
            path(f"<int:pk>/{route}", self.admin_site.admin_view(partial(view, self)), name=f"articles_article_{name}")
            for route, view, name in pages
        ]
        return own + super().get_urls()


def _standing(article):
    """Where the article stands, for the top of its form."""
    edition = article.editions.order_by("-number").first()
    # Verdicts belong to `reviews`, which imports this app: they are reached through the article, not imported.
    refusals = article.verdicts.filter(kind="refused", lift=None).select_related("reviewer", "edition")
    asked = article.verdicts.filter(kind="changes requested", edition=edition).select_related("reviewer", "edition")
    article.state = State.objects.get(article=article)
    fix, not_carried = left_in(article)
    return {
        "state": article.state.state, "edition": edition, "refusals": refusals, "asked": asked, "fix": fix,
        "not_carried": not_carried, "is_public": article.state.public_edition_id is not None,
    }  # fmt: skip


def _problems(form, inlines):
    """All that is wrong with what was sent: pairs of the place on the page and the sentence."""
    found = [("overtaken", sentence) for sentence in form.non_field_errors()] + _of_fields(form)
    for inline in inlines:
        rows = inline.formset
        found += [(f"{rows.prefix}-group", sentence) for sentence in rows.non_form_errors()]
        for number, row in enumerate(rows.forms, 1):
            found += _of_fields(row, f"{inline.opts.verbose_name.capitalize()} {number}: ")
    return found


def _of_fields(form, where=""):
    return [
        (form[name].auto_id, f"{where}{form[name].label}: {sentence}")
        for name, sentences in form.errors.items() if name in form.fields for sentence in sentences
    ]  # fmt: skip


def _against_theirs(form, inlines):
    """The marked difference between the draft as somebody else just saved it and as it stands in this form."""
    rows = {inline.formset.model: inline.formset.rows() for inline in inlines}
    mine = difference.parts(vars(form.instance), form.cleaned_data.get("topics", []), rows[Reference], rows[Byline])
    theirs = difference.of_article(Article.objects.get(pk=form.instance.pk))
    return [part for part in difference.differences(theirs, mine) if part.changed]
