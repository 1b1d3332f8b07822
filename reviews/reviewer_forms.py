"""The desk's forms of reviewers: signing secrets, credentials, and the standing interests that an officer reads."""

from django import forms

from articles.article import Topic
from cms.people import Person
from cms.refusals import SENTENCES
from reviews.credential import QUALIFICATIONS
from reviews.desk import officers
from reviews.step_forms import ReasonField, SecretField, SignedForm, StepForm, UntilField

LARGEST_FILE = 5_000_000  # bytes


class EnrolSecretForm(StepForm):
    secret = SecretField(
        "Your new signing secret",
        "new-password",
        help_text="At least 12 characters. A sentence of your own is easy to keep.",
    )
    again = SecretField("The same once more", "new-password")

    def clean(self):
        typed = super().clean()
        if typed.get("secret") and typed.get("again") and typed["secret"] != typed["again"]:
            self.add_error("again", "The two do not match. Type both again.")
        return typed


class ReplaceSecretForm(SignedForm, EnrolSecretForm):
    old = SecretField("Your signing secret until now")
    field_order = ["old", "secret", "again"]


class ReplaceWithOfficerForm(SignedForm, EnrolSecretForm):
    officer = forms.ModelChoiceField(
        Person.objects.none(), label="Compliance officer here with you", empty_label="Choose a person",
        error_messages={"required": "Choose the compliance officer who is here with you."},
    )  # fmt: skip
    officer_secret = SecretField("The officer's signing secret", "off", help_text="The officer types it.")
    field_order = ["secret", "again", "officer", "officer_secret"]

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["officer"].queryset = officers()


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return f"{person.name} ({person.email}){'' if person.has_secret else ', no signing secret yet'}"


class RegisterForm(SignedForm):
    person = PersonField(
        Person.objects.none(), empty_label="Choose a person", error_messages={"required": "Choose a person."},
        help_text="The reviewer chooses a signing secret first, on their own desk.",
    )  # fmt: skip
    name = forms.CharField(
        label="Printed name", help_text="As readers see it beside a sign-off.",
        error_messages={"required": "Write the name as readers see it."},
    )  # fmt: skip
    profession = forms.CharField(
        help_text="As readers see it, like “consultant psychiatrist”.",
        error_messages={"required": "Write the profession."},
    )
    qualification = forms.ChoiceField(
        choices=[("", "Choose one"), *((name, name.capitalize()) for name in QUALIFICATIONS)],
        help_text="Policies say whose signature counts for what.",
        error_messages={"required": "Choose what the credential qualifies for."},
    )
    registration_body = forms.CharField(
        help_text="Where you checked it.", error_messages={"required": "Write where the registration was checked."}
    )
    registration_number = forms.CharField(
        help_text="Never shown to readers.", error_messages={"required": "Write the registration number."}
    )
    specialties = forms.ModelMultipleChoiceField(
        Topic.objects.all(), to_field_name="slug", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one specialty."},
        help_text="The topics that this credential may sign. Policies say how many of a text’s topics must be among them.",
    )  # fmt: skip
    valid_until = UntilField()
    secret = SecretField()

    def __init__(self, *args, people, **options):
        super().__init__(*args, **options)
        self.fields["person"].queryset = people

    def refused(self, refusal):
        person = self.cleaned_data["person"]
        if refusal.code == "signing_secret_is_enrolled" and not person.has_secret:
            sentence = f"{person.name} has not chosen a signing secret yet. It is chosen on their own desk."
            self.add_error("person", forms.ValidationError(sentence, code=refusal.code))
        else:
            super().refused(refusal)


class VerifyForm(SignedForm):
    valid_until = UntilField()
    secret = SecretField()


class FileForm(SignedForm):
    """What the officer looked at. The database looks at its bytes; here only at its size, before it travels on."""

    file = forms.FileField(
        label="File", help_text="A PDF, PNG or JPEG of at most 5 MB. Compliance officers alone can fetch it.",
        error_messages={"required": "Choose a file.", "empty": "That file is empty."},
    )  # fmt: skip
    secret = SecretField()

    def clean_file(self):
        if self.cleaned_data["file"].size > LARGEST_FILE:
            raise forms.ValidationError(SENTENCES["file_is_small"], code="file_is_small")
        return self.cleaned_data["file"]


class SuspendForm(StepForm):
    reason = ReasonField(help_text="It stays with the record.")


class ShowInterestsForm(SignedForm):
    secret = SecretField()
