"""What every view of the desk that acts has in common: POST only, signed in, allowed; done, or refused beside the form."""

from functools import wraps

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.urls import reverse

from reviews.step_forms import SignedForm
from reviews.unsent import bring_back, to_sign_in


def step(permission=None, *, back_to):
    """A view that acts: POST only, signed in, and with `permission`. `back_to` is the screen that holds its button."""
    of_one = back_to in {"desk-edition", "desk-notice", "desk-key"}

    def decorate(view):
        @wraps(view)
        def wrapped(request, **at):
            screen = reverse(back_to, kwargs={"pk": at["pk"]} if of_one else None)
            if request.method != "POST":
                return button_only(request, screen)
            if not request.user.is_authenticated:
                return to_sign_in(request, screen)
            return allowed(request, **at)

        allowed = permission_required(permission, raise_exception=True)(view) if permission else view
        return wrapped

    return decorate


def button_only(request, screen):
    response = render(request, "reviews/button_only.html", {"screen": screen}, status=405)
    response["Allow"] = "POST"
    return response


def attempt(form, operation):
    """Run `operation` if the form is complete. True: it is done. False: the form says what was refused."""
    if not form.is_valid():
        return False
    try:
        with form.signing():
            operation()
    except ValidationError as refusal:
        form.refused(refusal)
        return False
    return True


def as_shown(request, shown):
    """An edition or a notice with the digest that its page showed, so that the database compares that with the real one."""
    try:
        shown.digest = bytes.fromhex(request.POST.get("digest", ""))
    except ValueError:
        shown.digest = b""
    return shown


def forms_of(request, bound=None):
    """What makes the forms of a screen. Open is `bound`, which was just refused and is given back, or what the address says.

    Open is also what could not be sent because the session had ended.
    """

    def form(kind, named, **options):
        if bound and bound.named == named:
            bound.is_open = True
            return bound
        if issubclass(kind, SignedForm):
            options["request"] = request
        made = kind(named=named, **options)
        made.is_open = bring_back(request, made, named) or request.GET.get("open") == named
        return made

    return form
