"""The form of a draft. It checks shapes and keeps what was typed; every rule of the gate lives in the database."""

import json
import re

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from articles.article import NOBODY_PAID, Article, Byline, Reference
from articles.vocabulary import plain


class LinesField(forms.CharField):
    """A list of short texts, typed one a line. Empty lines say nothing."""

    widget = AdminTextareaWidget

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [line.strip() for line in super().to_python(value).splitlines() if line.strip()]


CONTACT = {"region": str, "name": str, "audience": str, "links": list, "first": bool}
LINK = {"label": str, "href": str}


class ContactsField(forms.JSONField):
    """The contacts of a statement, as JSON. Whether a link may stand there, the database decides at submission."""

    widget = AdminTextareaWidget(attrs={"rows": 20, "class": "vLargeTextField fixed-width", "spellcheck": "false"})

    def prepare_value(self, value):
        return (
            json.dumps(value, indent=1, ensure_ascii=False) if isinstance(value, list) else super().prepare_value(value)
        )

    def to_python(self, value):
        contacts = super().to_python(value)
        if contacts in (None, ""):
            return []
        if not isinstance(contacts, list):
            raise ValidationError("Write a list of contacts: [{…}, {…}].")
        for number, contact in enumerate(contacts, 1):
            _check(contact, CONTACT, f"Contact {number}")
            for link in contact["links"]:
                _check(link, LINK, f"A link of contact {number}")
        return contacts


def _check(item, shape, what):
    """Refuse an `item` that has not exactly the keys of `shape`, each of its type."""
    if not isinstance(item, dict) or item.keys() != shape.keys():
        raise ValidationError(f"{what} must have exactly: {', '.join(shape)}.")
    for key, kind in shape.items():
        if not isinstance(item[key], kind):
            words = {str: "a text", list: "a list", bool: "true or false"}
            raise ValidationError(f"{what}: “{key}” must be {words[kind]}.")
        if kind is str and plain(item[key]) != item[key]:
            raise ValidationError(f"{what}: “{key}” holds invisible characters. Type it anew.")


class DraftForm(forms.ModelForm):
    """One draft. `seen` is the digest of the draft that the form was opened on; see `clean`."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    key_points = LinesField(
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 6}),
        help_text=Article._meta.get_field("key_points").help_text,
    )
    contact_list = ContactsField(label="Contacts", required=False, help_text="Whom readers can turn to, as JSON.")
    paid = forms.ChoiceField(
        label="Who paid",
        choices=[("nobody", "No company paid for this page"), ("somebody", "Paid for by …")],
        widget=forms.RadioSelect,
        help_text="Readers are told, in every case. It is reviewed with the text.",
        error_messages={"required": "Say who paid for this page: no company, or whom."},
    )
    what_changed = forms.CharField(
        label="What did you change?",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        help_text="Optional. Kept with this saved draft, for those who look for it later.",
    )

    class Meta:
        model = Article
        fields = [
            "title", "title_is_proposed", "slug", "summary", "key_points", "body", "topics", "funding", "uses_ai_tools",
        ]  # fmt: skip
        widgets = {
            "title": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "slug": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "summary": AdminTextareaWidget(attrs={"rows": 4}),
            "funding": AdminTextareaWidget(attrs={"rows": 2}),
            "topics": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.overtaken = False
        if self.instance.pk:
            self.initial["seen"] = self.instance.seen.hex()
        if self.instance.kind == "statement":
            self.initial["contact_list"] = self.instance.contacts
            self.fields.pop("paid")
        else:
            self.fields.pop("contact_list")
            if "funding" in self.fields:  # none is, for who may only look
                self._ask_who_paid()

    def _ask_who_paid(self):
        """The choice as the draft's text has it: unmade where that is empty."""
        self.fields["funding"].label = "Paid for by"
        self.fields["funding"].help_text = "Who paid, and for what, as readers will see it after “Funding:”."
        if self.instance.funding.rstrip(".") == NOBODY_PAID.rstrip("."):
            self.initial |= {"paid": "nobody", "funding": ""}
        elif self.instance.funding:
            self.initial["paid"] = "somebody"

    def clean(self):
        """Refuse a form that was opened on an older draft. What was typed stays, and can be saved on top: `seen` moves on."""
        cleaned = super().clean()
        if "contact_list" in cleaned:
            self.instance.contacts = cleaned["contact_list"]
        if cleaned.get("paid") == "nobody":
            kept = self.initial.get("paid") == "nobody"
            cleaned["funding"] = self.instance.funding if kept else NOBODY_PAID
        elif cleaned.get("paid") == "somebody" and not plain(cleaned.get("funding", "")).strip():
            self.add_error("funding", "Name who paid for this page, or choose that no company did.")
        if self.instance.pk and cleaned.get("seen") != self.instance.seen.hex():
            self.overtaken = True
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.instance.seen.hex()
            raise ValidationError(_overtaken_by(self.instance), code="draft_as_seen")
        return cleaned


def _overtaken_by(article):
    newest = article.draft_saves.select_related("person").first()
    when = f"at {newest.at:%H:%M} UTC on {newest.at:%d %B %Y}"
    if newest.person == article.opened_by:
        return (
            f"You saved this in another window {when}, after you opened this one. Nothing of this window is saved yet, "
            "and nothing is lost: what you typed is still below, and the other is kept under “Saved drafts”. Compare the "
            "two, take over what you need, and save again to put this one on top."
        )
    return (
        f"{newest.person} saved this draft {when} while you were editing. "
        "Nothing of yours is saved yet, and nothing is lost: what you typed is still below, and theirs is kept under "
        "“Saved drafts”. Compare the two, take over what you need, and save again to put yours on top."
    )


class ListFormSet(BaseInlineFormSet):
    """Rows that are a list: they have no identity, only an order. What was typed replaces what was there.

    So a row that somebody else removed or replaced in the meantime stands in nobody's way, and nothing typed is lost.
    """

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(_as_new_rows(data, kwargs["prefix"]), *args, **kwargs)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "delete this row"

    def rows(self):
        """What was typed and is valid, in the order asked for, as unsaved instances. Rows without a number come last."""
        typed = [form for form in self.forms if form.has_changed() and form.is_valid()]
        typed.sort(key=lambda form: (form.cleaned_data["position"] is None, form.cleaned_data["position"] or 0))
        return [form.instance for form in typed]

    def changes(self, article):
        """Those rows, or None where they say what `article` has already."""
        names = [f.attname for f in self.model._meta.concrete_fields if f.name not in {"id", "article", "position"}]
        typed = self.rows()
        there = self.model.objects.filter(article=article) if article.pk else []
        same = [[getattr(row, n) for n in names] for row in typed] == [
            [getattr(row, n) for n in names] for row in there
        ]
        return None if same else typed


def _as_new_rows(data, prefix):
    """`data` with the rows that were not ticked for deletion, numbered anew, none of them with an id."""
    if not data or not str(data.get(f"{prefix}-TOTAL_FORMS", "")).isdecimal():
        return data
    kept = [n for n in range(min(int(data[f"{prefix}-TOTAL_FORMS"]), 2000)) if f"{prefix}-{n}-DELETE" not in data]
    places = {str(n): place for place, n in enumerate(kept)}
    rows = data.copy()
    for name in [name for name in data if name.startswith(f"{prefix}-")]:
        del rows[name]
        number, _, field = name.removeprefix(f"{prefix}-").partition("-")
        if number in places and field not in {"id", "article"}:
            rows[f"{prefix}-{places[number]}-{field}"] = data[name]
    rows.update({f"{prefix}-TOTAL_FORMS": str(len(kept)), f"{prefix}-INITIAL_FORMS": "0"})
    return rows


class RowForm(forms.ModelForm):
    """A row of a ListFormSet. Whether one stands there twice, the formset asks, of what was typed."""

    position = forms.IntegerField(
        label="order", required=False, min_value=0, max_value=10_000,
        widget=forms.NumberInput(attrs={"class": "order", "aria-label": "order"}),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["position"] = self.instance.position + 1
        else:
            self.initial.pop("position", None)

    def clean(self):
        cleaned = super().clean()
        return {name: plain(value) if isinstance(value, str) else value for name, value in cleaned.items()}


class DoiField(forms.CharField):
    """A DOI, also where it was pasted as a link or with "doi:" before it."""

    def to_python(self, value):
        return re.sub(r"^(https?://((dx|www)\.)?doi\.org/|doi:\s*)", "", super().to_python(value), flags=re.IGNORECASE)


class ReferenceForm(RowForm):
    doi = DoiField(label="DOI", required=False, max_length=200, widget=AdminTextInputWidget)

    class Meta:
        model = Reference
        fields = ["key", "design", "authors", "title"]  # the admin asks for the others too
        widgets = {name: AdminTextareaWidget(attrs={"rows": 2}) for name in ["authors", "title"]}


class BylineForm(RowForm):
    class Meta:
        model = Byline
        fields = ["person"]
        widgets = {"person": forms.Select(attrs={"aria-label": "person"})}
