"""For the account's page: whether whoever looks at it needs a second factor."""

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
