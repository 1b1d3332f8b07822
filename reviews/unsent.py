"""What was typed into a form whose session had ended before it was sent: kept until whoever typed it signed in again.

A form names its reader, sealed, so that nobody else is shown it. Secrets and codes are never kept.
"""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import QueryDict

NEVER_KEPT = {"csrfmiddlewaretoken", "unsent", "secret", "again", "old", "officer_secret", "one_time_code"}
LONGEST = 50_000


def seal(person, named):
    """For the form `named`, as it is shown to this person."""
    return signing.dumps([person.pk, named], salt="unsent")


def to_sign_in(request, screen):
    """Keep what was typed, and ask who it is. `screen` is where the form stands."""
    try:
        person, named = signing.loads(
            request.POST.get("unsent", ""), salt="unsent", max_age=settings.SESSION_COOKIE_AGE * 2
        )
    except signing.BadSignature:
        return redirect_to_login(screen)
    typed = request.POST.copy()
    for name in NEVER_KEPT & set(typed):
        del typed[name]
    said = "You were signed out, and nothing was done."
    if len(typed.urlencode()) <= LONGEST:
        request.session["unsent"] = {"person": person, "named": named, "screen": screen, "typed": typed.urlencode()}
        said += " What you typed comes back after you sign in."
    messages.warning(request, said)
    return redirect_to_login(screen)


def bring_back(request, form, *names):
    """Put what was kept into this form, which was not sent yet, if it is of the form of one of these names. Says whether."""
    kept = request.session.get("unsent")
    if not kept or (kept["person"], kept["screen"]) != (request.user.pk, request.path) or kept["named"] not in names:
        return False
    del request.session["unsent"]
    typed = QueryDict(kept["typed"])
    form.initial |= {
        name: field.widget.value_from_datadict(typed, {}, name)
        for name, field in form.fields.items()
        if name not in NEVER_KEPT
    }
    messages.warning(
        request, "You were signed out before your form was sent. What you typed is in it again; secrets are not."
    )
    return True
