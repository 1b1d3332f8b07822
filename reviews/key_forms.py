"""The forms of passkeys that sign. What a device answers is no field of theirs: a script sends it along."""

from django import forms

from cms.refusals import SENTENCES
from reviews.forms import SignatureForm
from reviews.step_forms import MomentField, ReasonField, StepForm


class AddKeyForm(StepForm):
    """Nothing is typed: the device does it all."""


class EndKeyForm(StepForm):
    since = MomentField(
        help_text="From when somebody else may have had it. Leave it empty if nobody did: then it ends now."
    )
    reason = ReasonField(help_text="It stays with the record.")


class EndEarlierForm(EndKeyForm):
    """Of a passkey that has ended: it ended before that."""

    since = MomentField(
        help_text="From when somebody else may have had it: before the time from which it has ended.", asked=True
    )


def form_of_end(passkey):
    return EndEarlierForm if passkey.has_ended else EndKeyForm


class CertifyForm(StepForm):
    met = forms.BooleanField(
        error_messages={"required": "Meet them first, and compare the fingerprint with what they read to you."},
    )

    def __init__(self, *args, person, **options):
        super().__init__(*args, **options)
        self.fields["met"].label = (
            f"I met {person.name}, in person or by video, and the fingerprint above is the one that they read to me from their "
            "own screen."
        )


class RootSignatureForm(StepForm):
    signature = forms.RegexField(
        r"^\s*[0-9a-fA-F]{128}\s*$",
        label="The root key’s signature",
        help_text="The 128 hexadecimal digits that keyring.py printed. It may be of a statement of the last 30 days.",
        error_messages={
            "required": "Paste the signature.", "invalid": "A signature has 128 hexadecimal digits. Copy it whole.",
        },
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "autocomplete": "off"}),
    )  # fmt: skip

    def clean_signature(self):
        return bytes.fromhex(self.cleaned_data["signature"].strip())


class SignWithKeyForm(SignatureForm):
    """What is asked for before the device is; the device stands in for every secret."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["interests"].required = True
        self.fields["interests"].error_messages["required"] = SENTENCES["interests_are_declared"]
