"""The admin of drafts: writing, saved drafts, submitting. And of what the gate made of them, to look at."""

import js_asset
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from reversion.models import Version

from articles import difference
from articles.article import Article, Byline, DraftSave, Reference, State, Topic, restore, save_draft, saved_draft
from articles.disclaimers import Disclaimer, Statement
from articles.edition import Edition, submit
from articles.forms import BylineForm, DraftForm, ListFormSet, ReferenceForm
from articles.publication import Publication, TakeDown
from cms.admin import EvidenceAdmin
from cms.people import Person


class StateFilter(admin.SimpleListFilter):
    title = parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(name, name) for name in State.NAMES]

    def queryset(self, request, queryset):
        """States are asked for on their own, once: joined to a search they would be derived anew for each hit."""
        if not self.value():
            return queryset
        return queryset.filter(pk__in=list(State.objects.filter(state=self.value()).values_list("pk", flat=True)))


class PartOfDraft:
    """Rows that belong to a draft: who may change the draft may change them."""

    formset = ListFormSet
    extra = 0

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_article")

    def has_add_permission(self, request, obj):
        return request.user.has_perm("articles.change_article" if obj and obj.pk else "articles.add_article")

    def has_change_permission(self, request, obj=None):
        return self.has_add_permission(request, obj)

    has_delete_permission = has_change_permission


class ReferenceInline(PartOfDraft, admin.StackedInline):
    model = Reference
    form = ReferenceForm
    classes = ["references"]
    fields = [
        ("position", "key", "design"), "authors", "title", ("journal", "year", "volume", "pages"),
        ("doi", "pmid", "pmcid"), ("url", "accessed_on"),
    ]  # fmt: skip

    def formfield_for_dbfield(self, field, request, **kwargs):
        if field.name == "url":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(field, request, **kwargs)


class BylineInline(PartOfDraft, admin.TabularInline):
    model = Byline
    form = BylineForm
    fields = ["position", "person"]
    verbose_name_plural = "bylines"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")

    def formfield_for_foreignkey(self, field, request, **kwargs):
        return super().formfield_for_foreignkey(field, request, queryset=Person.objects.order_by("name"), **kwargs)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        if request.method == "GET" and obj is None:
            formset.extra = 1
        return formset


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
        js = ["admin/draft.js"]

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
        """With `seen`, the digest of the draft. It is asked for first: who reads on sees this draft or a newer one."""
        article = super().get_object(request, object_id, from_field)
        if article:
            article.seen = article.digest()
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
        if object_id and object_id.isdecimal():
            Article.objects.select_for_update(no_key=True).filter(pk=object_id).values_list("pk").first()
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
        return self._submitted(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._submitted(request, obj) or super().response_change(request, obj)

    def _submitted(self, request, article):
        """The answer to "Save and submit": the saved draft is submitted too. A refusal leaves it saved."""
        if "_submit" in request.POST:
            messages.success(request, "The draft is saved.")
            return self._submit(request, article, article.digest())

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
            form = context["adminform"].form
            if form.is_bound and form.overtaken:
                context["overtaken"] = _against_theirs(form, context["inline_admin_formsets"])
        return super().render_change_form(request, context, add, change, form_url, obj)

    # Saved drafts, submitting -----------------------------------------------------------------------------------------

    def get_urls(self):
        pages = [
            ("saved-drafts/", self.saved_drafts_view, "saved_drafts"),
            ("saved-drafts/compare/", self.compare_view, "compare"),
            ("saved-drafts/<int:revision>/", self.saved_draft_view, "saved_draft"),
            ("saved-drafts/<int:revision>/restore/", self.restore_view, "restore"),
            ("submit/", self.submit_view, "submit"),
        ]
        own = [
            path(f"<int:pk>/{route}", self.admin_site.admin_view(view), name=f"articles_article_{name}")
            for route, view, name in pages
        ]
        return own + super().get_urls()

    def _article(self, request, pk, *permissions):
        """The article, for somebody who holds each of these permissions; with `seen`, the digest of its draft."""
        if not request.user.has_perms(["articles.view_article", *permissions]):
            raise PermissionDenied
        get_object_or_404(Article, pk=pk)
        return self.get_object(request, str(pk))

    def _page(self, request, name, article, title, **context):
        context |= self.admin_site.each_context(request) | {
            "title": title, "article": article, "original": article, "opts": self.opts, "media": self.media,
        }  # fmt: skip
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)

    def saved_drafts_view(self, request, pk):
        article = self._article(request, pk)
        kept = article.saved_drafts()
        chosen = [request.GET.get(side, "") for side in ("old", "new")]
        return self._page(request, "saved_drafts", article, "Saved drafts", kept=kept, chosen=chosen)

    def saved_draft_view(self, request, pk, revision):
        article = self._article(request, pk)
        kept = _kept(article, revision)
        return self._page(
            request, "saved_draft", article, f"Draft of {_when(kept)}",
            kept=kept, parts=difference.shown(difference.of_saved(kept)),
            may_restore=request.user.has_perm("articles.change_article"),
        )  # fmt: skip

    def compare_view(self, request, pk):
        article = self._article(request, pk)
        old, new = (_side(article, request.GET.get(side, "")) for side in ("old", "new"))
        found = difference.differences(old[1], new[1])
        return self._page(
            request, "compare", article, "What changed", old=old[0], new=new[0], differences=found,
            same=not any(part.changed for part in found),
        )  # fmt: skip

    def restore_view(self, request, pk, revision):
        """Asks first; only the POST restores, and only over the draft that was shown."""
        article = self._article(request, pk, "articles.change_article")
        kept = _kept(article, revision)
        if request.method == "POST":
            refusal = _restored(article, kept, request)
            if not refusal:
                messages.success(request, f"The draft of {_when(kept)} is the working draft again.")
                return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
            messages.error(request, refusal)
            article = self._article(request, pk)
        found = difference.differences(difference.of_article(article), difference.of_saved(kept))
        return self._page(
            request, "restore", article, f"Restore the draft of {_when(kept)}?", kept=kept, differences=found,
            same=not any(part.changed for part in found),
        )  # fmt: skip

    def submit_view(self, request, pk):
        """Shows what will be frozen, and asks; the POST submits exactly that."""
        article = self._article(request, pk, "articles.submit")
        if request.method == "POST":
            return self._submit(request, article, _bytes(request.POST.get("seen", "")))
        return self._page(
            request, "submit", article, "Submit for review", parts=difference.shown(difference.of_article(article))
        )

    def _submit(self, request, article, seen):
        try:
            edition = submit(article, by=request.user, seen=seen)
        except ValidationError as refusal:
            for sentence in refusal.messages:
                messages.error(request, sentence)
        except PermissionDenied:
            messages.error(request, "Not submitted: you may not submit drafts for review.")
        else:
            messages.success(
                request,
                f"Submitted: edition {edition.number} is frozen and in review. A reviewer who did not write it reads "
                "it now, and signs it or asks for changes. You can go on writing: later changes belong to a next edition.",
            )
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _standing(article):
    """Where the article stands, for the top of its form."""
    edition = article.editions.order_by("-number").first()
    # Verdicts belong to `reviews`, which imports this app: they are reached through the article, not imported.
    refusals = article.verdicts.filter(kind="refused", lift=None).select_related("reviewer", "edition")
    asked = article.verdicts.filter(kind="changes requested", edition=edition).select_related("reviewer", "edition")
    return {"state": State.objects.get(article=article).state, "edition": edition, "refusals": refusals, "asked": asked}


def _against_theirs(form, inlines):
    """The marked difference between the draft as somebody else just saved it and as it stands in this form."""
    rows = {inline.formset.model: inline.formset.rows() for inline in inlines}
    mine = difference.parts(vars(form.instance), form.cleaned_data.get("topics", []), rows[Reference], rows[Byline])
    theirs = difference.of_article(Article.objects.get(pk=form.instance.pk))
    return [part for part in difference.differences(theirs, mine) if part.changed]


def _kept(article, revision):
    try:
        return saved_draft(article, revision)
    except Version.DoesNotExist:
        raise Http404 from None


def _side(article, asked):
    """One side of a comparison: its name and its parts. "now" is the working draft."""
    if asked == "now":
        return "The draft as it is now", difference.of_article(article)
    if not asked.isdecimal():
        raise Http404
    kept = _kept(article, int(asked))
    return f"The draft of {_when(kept)}, by {kept.revision.user}", difference.of_saved(kept)


def _restored(article, kept, request):
    """Restore `kept` over the draft that was shown. Returns nothing, or why it was not done."""
    try:
        with transaction.atomic():
            Article.objects.select_for_update(no_key=True).get(pk=article.pk)
            if request.POST.get("seen") != article.digest().hex():
                return "Not restored: the draft was changed after you opened this page. Look at it again."
            restore(Article.objects.get(pk=article.pk), kept.revision.pk, by=request.user)
    except ValidationError:  # one_article_per_address is the one rule that an old draft can break now
        return f"Not restored: another article has the address “{kept.fields['slug']}” now."


def _when(kept):
    return f"{kept.revision.date_created:%d %B %Y, %H:%M} UTC"


def _bytes(digits):
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return b""


# Evidence -------------------------------------------------------------------------------------------------------------


@admin.register(Topic)
class TopicAdmin(EvidenceAdmin):
    """Topics decide who may sign and what must be carried: the set-up writes them."""

    list_display = ["name", "slug"]


@admin.register(Edition)
class EditionAdmin(EvidenceAdmin):
    texts = ["content"]
    list_display = ["title", "number", "kind", "submitted_at", "submitted_by", "fingerprint"]
    list_filter = ["kind"]
    list_select_related = ["submitted_by"]
    search_fields = ["title", "slug"]


@admin.register(Publication)
class PublicationAdmin(EvidenceAdmin):
    list_display = ["edition", "starts_at", "ends_at", "published_by", "published_at"]
    list_select_related = ["edition", "published_by"]
    search_fields = ["edition__title", "edition__slug"]


@admin.register(TakeDown)
class TakeDownAdmin(EvidenceAdmin):
    list_display = ["article", "kind", "by", "at", "reason"]
    list_filter = ["kind"]
    list_select_related = ["article", "by"]
    search_fields = ["article__title", "reason"]


@admin.register(Disclaimer)
class DisclaimerAdmin(EvidenceAdmin):
    list_display = ["code", "version", "name", "placement", "always", "adopted_at"]
    search_fields = ["code", "name", "short", "full"]


@admin.register(Statement)
class StatementAdmin(EvidenceAdmin):
    list_display = ["slug", "version", "name", "placement", "always", "adopted_at"]
    search_fields = ["slug", "name"]
