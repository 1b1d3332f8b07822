"""The desk's forms. They carry what was typed to an operation, and its refusal back beside the field. They hold no rules."""

from contextlib import nullcontext
from datetime import UTC, datetime, time

from django import forms

from articles.article import Topic
from articles.edition import Edition
from cms.people import Person
from cms.refusals import SENTENCES
from cms.second_component import second_component
from reviews.credential import QUALIFICATIONS
from reviews.desk import officers

LARGEST_FILE = 5_000_000  # bytes

# Where the sentence of a refusal stands. A rule that is not here speaks about the whole: its sentence opens the form.
BESIDE = {
    "same_person": ["old", "officer_secret", "secret"],
    "signing_is_locked": ["old", "officer_secret", "secret"],
    "signing_secret_is_enrolled": ["officer_secret", "secret"],
    "another_tier": ["policy"],
    "lowered_by_compliance": ["secret", "policy"],
    "interests_are_declared": ["interests"],
    "meaning_is_asked_for": ["meaning"],
    "reason_is_given": ["reason"],
    "no_silent_step_back": ["reason"],
    "fix_of_what_was_public_last": ["reason"],
    "reason_after_a_take_down": ["reason"],
    "interests_are_short": ["interests"],
    "interests_are_plain": ["interests"],
    "not_in_the_past": ["starts_at"],
    "not_in_the_future": ["since"],
    "ends_ever_earlier": ["since"],
    "takes_back_ones_own": ["since"],
    "signed_when_it_starts": ["starts_at"],
    "verified_for_a_year_at_most": ["valid_until"],
    "nobody_verifies_themselves": ["person"],
    "source_is_named": ["source"],
    "standing_interests_are_said": ["interests"],
    "standing_interests_are_short": ["interests"],
    "standing_interests_are_plain": ["interests"],
    "file_is_pdf_png_or_jpeg": ["file"],
    "file_is_small": ["file"],
    "file_name_is_plain": ["file"],
    "file_attached_once": ["file"],
    "attached_by_who_checked": ["file"],
    "a_row_is_left": ["contact"],
    "a_row_to_hide": ["contact"],
    "hidden_once": ["contact"],
    "notice_says_something": ["text"],
    "sixty_words_at_most": ["text"],
    "notice_is_plain": ["text"],
    "notice_has_a_source": ["source"],
    "notice_touches_something": ["topics"],
    "notice_ends_within_two_weeks": ["ends_at"],
    "long_enough": ["secret"],
    "not_the_password": ["secret"],
    "adopted_with_a_reason": ["reason"],
    "known_code": ["code"],
    "rule_has_a_name": ["name"],
    "rule_has_a_source": ["source"],
    "a_text_to_carry": ["full"],
    "disclaimer_in_plain_words": ["full"],
    "rule_in_plain_words": ["words"],
    "every_term_says_something": ["words"],
    "rule_topics_are_known": ["topics"],
    "asks_for_something": ["asked_of"],
    "binds_in_the_year_to_come": ["binds_from"],
    "known_placement": ["placement"],
    "incorrect_code": ["one_time_code"],
    "rate_limited": ["one_time_code"],
}


class SecretField(forms.CharField):
    """What only the person knows. Never sent back to the page; password managers and pasting are welcome."""

    def __init__(self, label="Your signing secret", autocomplete="current-password", **options):
        super().__init__(
            label=label,
            strip=False,
            error_messages={"required": f"Type {label[0].lower()}{label[1:]}."},
            widget=forms.PasswordInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"}),
            **options,
        )


class CodeInput(forms.TextInput):
    def format_value(self, value):
        return None  # a code is typed anew


class CodeField(forms.CharField):
    """A code of the signer's authenticator app. Pasting, and what fills it in, are welcome."""

    def __init__(self, **options):
        super().__init__(
            label="Code of your authenticator app",
            error_messages={"required": "Type the code that your app shows."},
            widget=CodeInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}),
            **options,
        )


class ReasonField(forms.CharField):
    """Why. Whether one is asked for is the database's to say; the browser asks early."""

    def __init__(self, label="Reason", *, help_text, asked=True):
        attrs = {"rows": 3} | ({"required": True} if asked else {})
        super().__init__(label=label, required=False, help_text=help_text, widget=forms.Textarea(attrs=attrs))


class MomentField(forms.DateTimeField):
    """From when, in UTC. Empty is at once; the browser asks for it early where that is of no use."""

    def __init__(self, *, help_text, asked=False):
        attrs = {"type": "datetime-local"} | ({"required": True} if asked else {})
        super().__init__(
            label="From (date and time, UTC)",
            required=False,
            help_text=help_text,
            error_messages={"invalid": "Write a date and a time, like 2027-01-31 09:00, in UTC."},
            widget=forms.DateTimeInput(attrs=attrs, format="%Y-%m-%dT%H:%M"),
        )


class StepForm(forms.Form):
    """One step's form. `refused` puts the sentence of a refusal beside what was wrong; typed texts stay."""

    def __init__(self, *args, named, details=None, **options):
        """`details(rule)` says what the sentence of a refusal by that rule cannot know; or nothing."""
        super().__init__(*args, auto_id=f"{named}-%s", label_suffix="", **options)
        self.named = named
        self.details = details

    def signing(self):
        """What the step's operation runs in: nothing, unless it is signed."""
        return nullcontext()

    def refused(self, refusal):
        beside = [name for name in BESIDE.get(refusal.code, []) if name in self.fields]
        said = [*refusal.messages, self.details(refusal.code) if self.details else ""]
        sentence = " ".join(filter(None, said))
        self.add_error(beside[0] if beside else None, forms.ValidationError(sentence, code=refusal.code))

    @property
    def keeps_something(self):
        """Whether something was typed that is sent back to the page: no secret, and no file, which a browser chooses anew."""
        never = SecretField | CodeField | forms.FileField
        return any(not isinstance(self.fields[name], never) for name in self.changed_data)

    @property
    def problems(self):
        """(id of the form or of what holds field, label and sentence, sentence) of every error, for the summary on top."""
        return [
            (self.named if name == "__all__" else f"{self[name].auto_id}-field", sentence)
            for name, sentences in self.errors.items()
            for sentence in sentences
        ]


class SignedForm(StepForm):
    """A step that takes the signing secret, and beside it the second component of whoever sends `request`."""

    def __init__(self, *args, request, **options):
        super().__init__(*args, **options)
        self.second_component = second_component(request)
        if self.second_component.is_code:
            of_secret = next(field for field in self.fields.values() if isinstance(field, SecretField))
            self.fields["one_time_code"] = CodeField(required=of_secret.required)

    def clean(self):
        """What is left in `cleaned_data` goes to the operation, which knows nothing of codes."""
        typed = super().clean() or self.cleaned_data
        self.code = typed.pop("one_time_code", "")
        if (
            typed.get("secret")
            and "one_time_code" in self.fields
            and not self.code
            and "one_time_code" not in self.errors
        ):
            self.add_error("one_time_code", self.fields["one_time_code"].error_messages["required"])
        return typed

    def signing(self):
        """The block is what is signed: see SecondComponent.shown. Without a secret nothing is."""
        secrets = {name: field for name, field in self.fields.items() if isinstance(field, SecretField)}
        if not any(self.cleaned_data.get(name) for name in secrets):
            return nullcontext()
        is_new = "again" in secrets
        return self.second_component.shown(self.code, "" if is_new else self.cleaned_data["secret"])


class SignForm(SignedForm):
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
    secret = SecretField(help_text="Not your password. It proves to the database that you sign.")

    def __init__(self, *args, meanings, **options):
        super().__init__(*args, **options)
        self.fields["meaning"].choices = [(meaning, meaning.capitalize()) for meaning in meanings]
        if len(meanings) == 1:
            self.fields["meaning"].initial = meanings[0]


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


class ShowInterestsForm(SignedForm):
    secret = SecretField()


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


class UntilField(forms.DateField):
    """A day; the instant is its first, in UTC, so that nothing is in force longer than was verified."""

    def __init__(
        self,
        label="In force until",
        help_text="A day within a year. The credential ends as that day begins, at 00:00 UTC.",
    ):
        super().__init__(
            label=label,
            help_text=help_text,
            error_messages={"required": "Choose the day.", "invalid": "Write a date, like 2027-01-31."},
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )

    def clean(self, value):
        day = super().clean(value)
        return day and datetime.combine(day, time.min, UTC)


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


# Safety notices ---------------------------------------------------------------------------------------------------------


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
