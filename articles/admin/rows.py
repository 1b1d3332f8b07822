"""The rows of a draft in its form: references and bylines."""

from django.contrib import admin

from articles.article import Byline, Reference
from articles.forms import BylineForm, ListFormSet, ReferenceForm
from cms.people import Person


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
        if field.name == "accessed_on":
            kwargs["error_messages"] = {"invalid": "Write the date like 24/11/2026 (day, month, year) or 2026-11-24."}
        return super().formfield_for_dbfield(field, request, **kwargs)


class BylineInline(PartOfDraft, admin.StackedInline):
    model = Byline
    form = BylineForm
    fields = [("position", "person")]
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
