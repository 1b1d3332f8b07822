"""The desk's forms of safety notices."""

from django import forms

from articles.article import Topic
from articles.edition import Edition
from reviews.step_forms import ReasonField, SecretField, SignedForm, StepForm, UntilField


class AddressesField(forms.CharField):
    """Articles by their addresses, or the last parts of them; the value is their ids."""

    def clean(self, value):
        typed = [address.strip("/").rsplit("/", 1)[-1] for address in super().clean(value).replace(",", " ").split()]
        known = dict(Edition.objects.filter(kind="article", slug__in=typed).values_list("slug", "article_id"))
        if missing := [address for address in typed if address not in known]:
            raise forms.ValidationError(f"No article has this address: {', '.join(missing)}.")
        return sorted(set(known.values()))


class NoticeForm(StepForm):
    text = forms.CharField(
        label="The notice", required=False,
        help_text="At most 60 words in one paragraph, without links: what was found, whom it concerns, what to do.",
        widget=forms.Textarea(attrs={"rows": 4, "required": True}),
    )  # fmt: skip
    source = forms.CharField(
        required=False, help_text="An https address, or a citation. Readers see it.",
        widget=forms.TextInput(attrs={"required": True, "maxlength": 300}),
    )  # fmt: skip
    everywhere = forms.BooleanField(label="It touches every page", required=False)
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(), label="Or the pages on these topics", required=False, to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    articles = AddressesField(
        label="Or these articles", required=False, help_text="Their addresses, one a line.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def clean_topics(self):
        return [topic.slug for topic in self.cleaned_data["topics"]]


class SignNoticeForm(SignedForm):
    ends_at = UntilField("Shown until", "A day within two weeks. The notice ends as that day begins, at 00:00 UTC.")
    secret = SecretField(help_text="Not your password. It proves to the database that you sign.")


class PublishNoticeForm(StepForm):
    """Nothing is typed: the notice says it all."""


class EndNoticeForm(StepForm):
    reason = ReasonField(help_text="It stays inside, with the record.")
