"""The door of an OpenID Connect provider: it opens for existing people alone, and their second factor is asked for as ever."""

import logging
import secrets
import time

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from cms import oidc
from cms.people import Person
from cms.sign_in import may_sign_in

MINUTES = 10  # in which one comes back


@require_GET
def leave(request):
    """Send somebody to the provider. Nothing is decided here, so a link may lead here."""
    if refused := ratelimit.consume_or_429(request, action="login", limit_get=True):
        return refused
    there = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(there, allowed_hosts=None):
        there = ""
    try:
        address, remembered = oidc.begin(_back())
    except oidc.NotBelieved as reason:
        return _refused(request, reason, "cannot be reached")
    request.session["oidc"] = remembered | {"next": there}
    return redirect(address)


@require_GET
def come_back(request):
    """What the provider sent somebody back with. Good once, in the browser that left, within MINUTES."""
    remembered = request.session.pop("oidc", None)
    state = request.GET.get("state", "")
    if (
        not remembered
        or not secrets.compare_digest(state.encode(), remembered["state"].encode())
        or time.time() - remembered["at"] > MINUTES * 60
    ):
        return _refused(request, "no such state", "was asked too long ago, or not by this browser")
    if request.GET.get("iss", settings.OIDC["url"]) != settings.OIDC["url"]:
        return _refused(request, "another issuer came back", "did not say who you are")
    if "code" not in request.GET:
        return _refused(request, f"it said {request.GET.get('error', '')[:50]!r}", "did not say who you are")
    try:
        said = oidc.said_by_token(request.GET["code"], remembered, _back())
    except oidc.NotBelieved as reason:
        return _refused(request, reason, "did not say who you are")
    if said.get("email_verified") is not True or not isinstance(said.get("email"), str):
        return _refused(request, "the address is not confirmed", "has not confirmed your e-mail address")
    return _let_in(request, said["email"], remembered["next"])


def _let_in(request, email, there):
    """The person with exactly this address; letters that only look alike, or become alike in small, are others."""
    person = Person.objects.filter(email=email.lower() if email.isascii() else email).first()
    if person is None or not may_sign_in(person):
        return _refused(
            request, "nobody has that address", "confirmed an e-mail address with which nobody signs in here"
        )
    record_authentication(request, person, method="oidc")
    return perform_login(request, Login(user=person, email=person.email, redirect_url=there or None))


def _back():
    return settings.SITE_URL + reverse("oidc_come_back")


def _refused(request, reason, sentence):
    logging.getLogger("cms").warning("Nobody was signed in by the provider: %s", reason)
    return render(request, "account/oidc_refused.html", {"sentence": sentence}, status=403)
