"""The desk's forms about an edition, and of what a person signed."""

from django import forms

from reviews.step_forms import MomentField, ReasonField, SecretField, SignedForm, StepForm


class SignatureForm(StepForm):
    """What a signature says."""

    meaning = forms.ChoiceField(
        label="What your signature means",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what your signature means.",
            "invalid_choice": "Somebody else gave that signature meanwhile. Choose one that is still missing.",
        },
    )
    interests = forms.CharField(
        label="Declared interests for this article",
        required=False,
        help_text="Write “None” if you have none. Readers see this beside your name.",
        widget=forms.Textarea(attrs={"rows": 2, "required": True}),
    )

    def __init__(self, *args, meanings, **options):
        super().__init__(*args, **options)
        self.fields["meaning"].choices = [(meaning, meaning.capitalize()) for meaning in meanings]
        if len(meanings) == 1:
            self.fields["meaning"].initial = meanings[0]


class SignForm(SignedForm, SignatureForm):
    secret = SecretField(help_text="Not your password. It proves to the database that you sign.")


class RequestChangesForm(StepForm):
    reason = ReasonField("What should change", help_text="The writer reads it. It stays with the record.")


class RefuseForm(SignedForm):
    reason = ReasonField("Why it is not fit to be published", help_text="It stays with the record.")
    secret = SecretField()


class LiftForm(SignedForm):
    reason = ReasonField("Why the refusal ends", help_text="It stays with the record.")
    secret = SecretField()


class PublishForm(StepForm):
    starts_at = MomentField(help_text="Leave it empty to publish at once.")
    reason = ReasonField(
        "Reason (optional)",
        help_text="Needed to go back to this edition from a newer one, and to bring back a page that was taken down.",
        asked=False,
    )


class TierForm(SignedForm):
    policy = forms.ChoiceField(label="Tier", widget=forms.RadioSelect, error_messages={"required": "Choose the tier."})
    reason = ReasonField(help_text="It stays with the record.")
    secret = SecretField(required=False, help_text="Compliance only, to lower the tier. Leave it empty to raise it.")

    def __init__(self, *args, tiers, **options):
        super().__init__(*args, **options)
        self.fields["policy"].choices = [(tier.name, tier.label) for tier in tiers]


class HideForm(StepForm):
    reason = ReasonField(help_text="It stays inside. Readers see a fixed, signed sentence.")


class RecheckForm(SignedForm):
    source = forms.CharField(
        label="What you compared it with", required=False, help_text="The address of its source, or words. It stays inside.",
        widget=forms.TextInput(attrs={"required": True}),
    )  # fmt: skip
    secret = SecretField(help_text="Not your password. It proves to the database that you checked.")


class HideRowForm(StepForm):
    contact = forms.TypedChoiceField(
        label="The row", coerce=int, widget=forms.RadioSelect,
        error_messages={"required": "Choose the row.", "invalid_choice": "That row cannot be hidden. Choose another."},
    )  # fmt: skip
    reason = ReasonField(help_text="It stays inside, with the record.")

    def __init__(self, *args, rows, **options):
        super().__init__(*args, **options)
        self.fields["contact"].choices = [(row.place, str(row)) for row in rows if not (row.hidden or row.stays)]


class RevokeForm(StepForm):
    reason = ReasonField(help_text="It stays with the record.")


class EndAllForm(StepForm):
    typed = forms.CharField(label="How many", error_messages={"required": "Type the number."})
    reason = ReasonField(help_text="It stays with the record, and readers never see it.")

    def __init__(self, *args, count, **options):
        super().__init__(*args, **options)
        self.count = count
        self.fields["typed"].help_text = f"Type {count}, the number of sign-offs that end, to say that you mean it."
        self.fields["typed"].widget.attrs = {"inputmode": "numeric", "autocomplete": "off"}

    def clean_typed(self):
        if self.cleaned_data["typed"].strip() != str(self.count):
            raise forms.ValidationError(f"Nothing was ended. Type {self.count} to end them.")
        return self.cleaned_data["typed"]


class InterestsForm(SignedForm):
    interests = forms.CharField(
        label="Your standing interests", required=False,
        help_text="Whom you work for, hold shares of or are paid by, as far as it bears on what you sign. “None” if nothing "
        "does. Readers see the newest on your page, once a compliance officer has read them; all of them stay in the record.",
        widget=forms.Textarea(attrs={"rows": 3, "required": True, "maxlength": 300}),
    )  # fmt: skip
    secret = SecretField(help_text="Not your password. It proves to the database that you declare them.")
