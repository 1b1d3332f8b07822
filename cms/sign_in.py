"""Signing in: django-allauth's doors, one for admin and desk, in this site's words.

Accounts are made by administrators. People whose work decides what readers see need a second factor before they can do it.
"""

from base64 import urlsafe_b64encode
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.usersessions.models import UserSession
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.db import InterfaceError, OperationalError
from django.dispatch import receiver
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from cms.demo.people import PEOPLE
from cms.mail import post, post_nothing
from cms.middleware import unavailable
from cms.people import GROUPS, Person

NOBODY = Person(pk=0)  # stands for whoever has no account, so that both take the same time: see cms.sign_in_forms
DEMO_ADDRESSES = {email for email, _, _ in PEOPLE.values()}
GUARDED = ("/admin/", "/desk/")


def may_sign_in(person):
    """Whether this person has a door here: the demo's people, whose password everybody knows, in the demo alone."""
    return person.is_active and (settings.DEMO or person.email not in DEMO_ADDRESSES)


class EmailBackend(ModelBackend):
    """Django's own, with the e-mail address compared without regard to case (Person's manager does)."""

    def user_can_authenticate(self, user):
        return may_sign_in(user)


class AccountAdapter(DefaultAccountAdapter):
    """What allauth asks about accounts."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "That e-mail address and password do not match. Check both; the password is case-sensitive.",
        "incorrect_password": "That is not your password. It is case-sensitive.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, or choose a new password by e-mail.",
        "enter_current_password": "That is not your password until now.",
        "invalid_password_reset": "That link was used, or is too old. Ask for a new one.",
        "rate_limited": "Too many tries. Wait a few minutes.",
    }

    ways_to_say_who_one_is = {
        "reauthenticate": "Use your password",
        "mfa_reauthenticate": "Use your authenticator app or a recovery code",
        "mfa_reauthenticate:webauthn": "Use a passkey",
    }

    def is_open_for_signup(self, request):
        return False

    def pre_login(self, request, user, **about):
        return super().pre_login(request, user, **about) or (
            None if may_sign_in(user) else self.respond_user_inactive(request, user)
        )

    def get_reauthentication_methods(self, user):
        """Whoever has a second factor shows that: a password that a thief knows changes nothing about the account."""
        ways = super().get_reauthentication_methods(user)
        ways = [way for way in ways if way["id"].startswith("mfa")] or ways
        return [way | {"description": self.ways_to_say_who_one_is[way["id"]]} for way in ways]

    def _get_login_attempts_cache_key(self, request, **credentials):
        """By the address alone: allauth's own key names the Host and port too, which whoever guesses can choose."""
        return credentials.get("email", "").strip().lower()

    def format_email_subject(self, subject):
        return f"{settings.SITE_NAME}: {subject}"

    def send_mail(self, template_prefix, email, context):
        request = allauth_context.request
        message = self.render_mail(template_prefix, email, {"request": request, "email": email} | context)
        if context.get("user") == NOBODY:
            post_nothing()
        else:
            post(message, template_prefix)

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        super().send_notification_mail(template_prefix, user, context, email or user.email)

    def get_reset_password_from_key_url(self, key):
        """As the site names itself, not as a request does: a stranger chooses the Host of theirs."""
        if not settings.SITE_URL:
            return super().get_reset_password_from_key_url(key)
        uid, _, token = key.partition("-")
        return settings.SITE_URL + reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})


class SecondFactors(DefaultMFAAdapter):
    """What allauth asks about second factors. Secrets are stored sealed with a key that SECRET_KEY gives."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code or key is not right. A code is good for half a minute, and once.",
    }

    def encrypt(self, text):
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _seal().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self):
        return settings.SITE_NAME

    def generate_authenticator_name(self, user, type):  # noqa: A002, allauth's name
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self):
        entity = super().get_public_key_credential_rp_entity() | {"name": settings.SITE_NAME}
        return entity | ({"id": urlsplit(settings.SITE_URL).hostname} if settings.SITE_URL else {})


def _seal():
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(Fernet(urlsafe_b64encode(_derived(key.encode()))) for key in keys)


def _derived(key):
    return HKDF(SHA256(), length=32, salt=None, info=b"signed-leaf second factors").derive(key)


@receiver(authenticator_added, dispatch_uid="proves_it_at_once")
def proves_it_at_once(request, user, authenticator, **_):
    """Whoever adds a factor has just shown that they hold it. Sessions that were opened without one end."""
    record_authentication(
        request, user, method="mfa", type=authenticator.type, id=authenticator.pk, reauthenticated=True
    )
    for session in UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key):
        session.end()


def needs_second_factor(person):
    """Whoever may do more than a writer, by whatever group."""
    return person.is_superuser or bool(person.get_all_permissions() - set(GROUPS["Writer"]))


def used_second_factor(request):
    """Whether this session showed a factor that its owner still has."""
    records = get_authentication_records(request, request.user)
    used = [record.get("id") for record in records if record["method"] == "mfa"]
    return bool(used) and Authenticator.objects.filter(user=request.user, pk__in=used).exists()


def second_factor(get_response):
    """The admin and the desk ask whoever needs one for their second factor, or to set one up, and come back."""

    def middleware(request):
        try:
            if settings.SECOND_FACTOR and request.path_info.startswith(GUARDED) and lacks_second_factor(request):
                return _ask(request)
        except (OperationalError, InterfaceError) as away:  # no view is asked yet: see cms.middleware.database_problems
            return unavailable(request, away)
        return get_response(request)

    return middleware


def lacks_second_factor(request):
    return request.user.is_authenticated and not used_second_factor(request) and needs_second_factor(request.user)


def _ask(request):
    there = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    if not there:
        return redirect("mfa_index")
    door = "mfa_reauthenticate" if "totp" in there else "mfa_reauthenticate_webauthn"
    back = request.get_full_path() if request.method == "GET" else reverse("desk")
    return redirect(f"{reverse(door)}?{urlencode({'next': back})}")
