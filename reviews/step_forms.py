"""What the desk's forms are made of: fields, and the form of one step, signed or not.

They carry what was typed to an operation, and its refusal back beside the field. They hold no rules.
"""

from contextlib import nullcontext
from datetime import UTC, datetime, time

from django import forms

from cms.second_component import second_component

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

    def beside(self, rule):
        """The field beside which the sentence of a refusal by that rule stands; None if it speaks about the whole."""
        return next((name for name in BESIDE.get(rule, []) if name in self.fields), None)

    def refused(self, refusal):
        said = [*refusal.messages, self.details(refusal.code) if self.details else ""]
        sentence = " ".join(filter(None, said))
        self.add_error(self.beside(refusal.code), forms.ValidationError(sentence, code=refusal.code))

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
