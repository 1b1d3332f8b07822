"""The forms of a new version of a rule: what it says and of whom, and then the officer's word for it."""

from django import forms

from articles.article import Topic
from reviews.desk.rules import known_designs, known_flags
from reviews.step_forms import MomentField, ReasonField, SecretField, SignedForm, StepForm

PLACEMENTS = [
    ("top", "On top, before the first sentence (the short form), and in full under “About this page”"),
    ("safety", "Under “Safety”"),
    ("reference", "Beside the sources that it is about"),
    ("about", "Under “About this page”"),
]
ASKED_OF = [
    ("all", "Every article"),
    ("any", "Every article with any of the topics, words, flags or study designs below"),
    ("nobody", "No article: withdrawn for new editions. What is frozen or in review must still carry it"),
]
BINDS = [
    ("no", "At the next review: new editions carry it; a public page without it stays, and is review due"),
    ("yes", "At once, or from the time below: from then on no page without it is public"),
]


class WordsField(forms.CharField):
    """Words and phrases, one a line."""

    def __init__(self):
        super().__init__(
            label="Words or phrases in the text",
            required=False,
            help_text="One a line, as a text may write them. A * at the end stands for any ending: “suicid*”.",
            widget=forms.Textarea(attrs={"rows": 6}),
        )

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class Several(forms.MultipleChoiceField):
    def __init__(self, label):
        super().__init__(label=label, required=False, widget=forms.CheckboxSelectMultiple)


class RuleForm(StepForm):
    """A new version of the rule for a statement; its text has editions of its own."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(required=False, help_text="Readers see a disclaimer’s name as its heading.")
    asked_of = forms.ChoiceField(
        label="Which articles must have it", choices=ASKED_OF, widget=forms.RadioSelect,
        error_messages={"required": "Choose which articles must have it."},
    )  # fmt: skip
    topics = Several("Topics")
    words = WordsField()
    flags = Several("Flags of the text")
    designs = Several("Designs of its sources")
    source = forms.CharField(
        label="Where it comes from", required=False, help_text="A law, a guideline, or a decision of yours."
    )
    note = forms.CharField(
        label="Note (optional)", required=False, help_text="For those who read the rule later. Readers do not see it.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    binds = forms.ChoiceField(
        label="When pages must have it", choices=BINDS, widget=forms.RadioSelect, initial="no",
        error_messages={"required": "Choose when pages must have it."},
    )  # fmt: skip
    binds_from = MomentField(help_text="Leave it empty for at once.")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["topics"].choices = list(Topic.objects.values_list("slug", "name"))
        for name, known in (("flags", known_flags()), ("designs", known_designs())):
            self.fields[name].choices = [(one, one.capitalize()) for one in known]

    def clean(self):
        typed = super().clean()
        if typed.get("binds") == "no" and typed.get("binds_from"):
            self.add_error("binds_from", "At the next review there is no such time. Empty it, or choose “at once”.")
        return typed


class DisclaimerForm(RuleForm):
    """A new version of a disclaimer: its texts too."""

    short = forms.CharField(
        label="Short form", required=False, help_text="One sentence, for the top of the page.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    full = forms.CharField(label="Full form", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    placement = forms.ChoiceField(label="Where it stands", choices=PLACEMENTS, widget=forms.RadioSelect)
    field_order = [
        "version", "name", "short", "full", "placement", "asked_of", "topics", "words", "flags", "designs", "source", "note",
        "binds", "binds_from",
    ]  # fmt: skip


class NewDisclaimerForm(DisclaimerForm):
    """A disclaimer that there never was."""

    code = forms.RegexField(
        r"^D-[A-Z0-9]+(-[A-Z0-9]+)*\Z",
        label="Code",
        help_text="Like D-LIVER. It stays; readers do not see it.",
        error_messages={
            "required": "Give it a code.",
            "invalid": "A code looks like D-LIVER: capital letters, digits and single hyphens after “D-”.",
        },
    )
    field_order = ["code", *DisclaimerForm.field_order]


class ConfirmForm(SignedForm):
    """The officer's word for what was shown."""

    reason = ReasonField(help_text="It stays with the record.")
    secret = SecretField()


def initial(rule):
    """The fields of a form that starts from this version of a rule."""
    if rule.always:
        asked_of = "all"
    else:
        asked_of = "any" if rule.topics or rule.words or rule.flags or rule.designs else "nobody"
    names = ["name", "topics", "words", "flags", "designs", "source", "note", "short", "full", "placement"]
    known = {name: getattr(rule, name) for name in names if hasattr(rule, name)}
    return known | {"version": rule.version + 1, "asked_of": asked_of}
