"""The forms of passkeys that sign. What a device answers is no field of theirs: a script sends it along."""

from reviews.forms import MomentField, ReasonField, StepForm


class AddKeyForm(StepForm):
    """Nothing is typed: the device does it all."""


class EndKeyForm(StepForm):
    since = MomentField(
        help_text="From when somebody else may have had it. Leave it empty if nobody did: then it ends now."
    )
    reason = ReasonField(help_text="It stays with the record.")
