"""Signing in and out: one door for the admin and the desk, by e-mail and password."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import render

from cms.demo.people import PEOPLE

DEMO_ADDRESSES = {email for email, _, _ in PEOPLE.values()}


class EmailBackend(ModelBackend):
    """Django's own, with the e-mail address compared without regard to case (Person's manager does).

    The demo's people, whose password everybody knows, sign in to the demo alone.
    """

    def user_can_authenticate(self, user):
        return super().user_can_authenticate(user) and (settings.DEMO or user.email not in DEMO_ADDRESSES)


class SignInForm(AuthenticationForm):
    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": "That e-mail address and password do not match. Check both; the password is case-sensitive.",
    }


class SignIn(LoginView):
    template_name = "cms/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    extra_context = {"site_name": settings.SITE_NAME}  # the view would put the host there


class SignOut(LogoutView):
    """Signs out by its button alone; whoever comes by the address finds the button."""

    http_method_names = ["get", "post", "options"]

    def get(self, request):
        return render(request, "cms/sign_out.html")
