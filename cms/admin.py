"""The admin of people and of the audit trail; and how the admin shows evidence: to look at, never to touch."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Subquery

from cms.ledger import Entry
from cms.people import Person
from cms.refusals import SENTENCES

# Evidence -------------------------------------------------------------------------------------------------------------


class EvidenceAdmin(admin.ModelAdmin):
    """Look, never touch: evidence is made by the acts alone, and this holds for a superuser too.

    `seen_by`: the permission that opens it, beside the model's own "view". Bytes are shown as hexadecimal digits; those
    in `texts` as the text that they are.
    """

    seen_by = "articles.view_article"
    texts = []
    actions = None
    list_per_page = 50
    show_full_result_count = False

    def __init__(self, model, admin_site):
        super().__init__(model, admin_site)
        for field in model._meta.concrete_fields:
            if isinstance(field, models.BinaryField):
                setattr(self, f"shown_{field.name}", _shown(field, as_text=field.name in self.texts))

    def has_add_permission(self, request, obj=None):
        return False

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(self.seen_by) or super().has_view_permission(request, obj)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def get_fields(self, request, obj=None):
        return [
            f"shown_{field.name}" if isinstance(field, models.BinaryField) else field.name
            for field in self.opts.concrete_fields
        ]

    get_readonly_fields = get_fields


def _shown(field, *, as_text):
    @admin.display(description=field.verbose_name)
    def show(row):
        content = getattr(row, field.attname)
        if content is not None:
            return bytes(content).decode() if as_text else bytes(content).hex()

    return show


@admin.register(Entry)
class EntryAdmin(EvidenceAdmin):
    seen_by = "cms.view_entry"
    texts = ["body"]
    list_display = ["seq", "at", "act", "actor", "article", "edition_id", "reason"]
    list_filter = ["act"]
    list_select_related = ["actor"]
    search_fields = ["act", "actor__name", "reason", "=article_id", "=edition_id"]
    search_help_text = "An act, a name, words of a reason, or the number of an article or edition"

    def get_queryset(self, request):
        article = apps.get_model("articles", "Article").objects.filter(pk=OuterRef("article_id"))
        return super().get_queryset(request).annotate(article_title=Subquery(article.values("title")))

    @admin.display(ordering="article_id")
    def article(self, entry):
        return entry.article_id and f"{entry.article_id}: {entry.article_title}"


# People ---------------------------------------------------------------------------------------------------------------


class OneEmail:
    """Says beside the field what the database would refuse: one_person_per_email."""

    def clean_email(self):
        email = self.cleaned_data["email"]
        if Person.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(SENTENCES["one_person_per_email"], code="one_person_per_email")
        return email


class NewPersonForm(OneEmail, BaseUserCreationForm):
    class Meta:
        model = Person
        fields = ["name", "email"]
        field_classes = {"email": forms.EmailField}


class PersonForm(OneEmail, UserChangeForm):
    class Meta:
        model = Person
        fields = ["name", "email", "password", "is_active", "is_staff", "is_superuser", "groups"]
        field_classes = {"email": forms.EmailField}


@admin.register(Person)
class PersonAdmin(UserAdmin):
    """Accounts. What a person may do comes from groups; nobody is deleted."""

    form, add_form = PersonForm, NewPersonForm
    list_display = ["name", "email", "roles", "is_active", "is_staff", "last_login"]
    list_filter = ["groups", "is_active", "is_staff"]
    search_fields = ["name", "email"]
    ordering = ["name"]
    actions = None
    filter_horizontal = []
    readonly_fields = ["last_login", "joined_at"]
    fieldsets = [
        (None, {"fields": ["name", "email", "password"]}),
        ("May do", {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        ("Dates", {"fields": ["last_login", "joined_at"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["name", "email", "password1", "password2"]})]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="groups")
    def roles(self, person):
        return ", ".join(group.name for group in person.groups.all())

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if groups := form.base_fields.get("groups"):
            groups.widget, groups.help_text = forms.CheckboxSelectMultiple(choices=groups.choices), ""
        return form

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if request.user.is_superuser else [*self.readonly_fields, "is_superuser"]

    def has_change_permission(self, request, obj=None):
        """Only a superuser changes a superuser: whoever sets a password can sign in with it."""
        if obj and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return False


for kept_by_the_account in [Authenticator, EmailAddress, UserSession]:
    admin.site.unregister(kept_by_the_account)
admin.site.unregister(Group)


@admin.register(Group)
class RolesAdmin(GroupAdmin):
    """What each group may do. The set-up writes it; a superuser may look after it."""

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    has_delete_permission = has_change_permission
