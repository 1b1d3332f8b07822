"""For the account's pages: whether somebody needs a second factor, and which they have."""

from allauth.mfa.models import Authenticator
from django import template
from django.conf import settings

from cms.sign_in import needs_second_factor

register = template.Library()


@register.simple_tag(takes_context=True)
def second_factor_wanted(context):
    """`now` where the desk stays shut without one, `elsewhere` in the demo, nothing of somebody whose work needs none."""
    if not needs_second_factor(context["user"]):
        return ""
    return "now" if settings.SECOND_FACTOR else "elsewhere"


@register.simple_tag
def factors_of(person):
    """The kinds of second factor that this person set up: "totp", "webauthn", "recovery_codes"."""
    return set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
