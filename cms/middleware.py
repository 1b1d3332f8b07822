"""What every request passes through, beside Django's own."""

import logging

from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import InterfaceError, OperationalError
from django.shortcuts import render

from cms.postgresql.errors import explain


def database_problems(get_response):
    """A database out of reach answers 503 with a page that helps, never with a traceback, never with an old page."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if isinstance(exception, OperationalError | InterfaceError):
            return unavailable(request, exception)

    middleware.process_exception = process_exception
    return middleware


def unavailable(request, exception):
    """The 503 page. The reason goes to the log, for it may name the server."""
    logging.getLogger("cms").error("%s", explain(exception) or exception)
    response = render(request, "503.html", status=503)
    response["Retry-After"] = "30"
    response["Cache-Control"] = "no-store"
    return response


class Sessions(SessionMiddleware):
    """Django's own, but a database that goes away before the session is saved answers 503.

    Django would say 400, as if the person had signed out; and what they did may be done.
    """

    def process_response(self, request, response):
        try:
            return super().process_response(request, response)
        except (OperationalError, InterfaceError) as away:
            return unavailable(request, away)
        except SessionInterrupted as interrupted:
            reason = interrupted.__context__ and interrupted.__context__.__context__
            if isinstance(reason, OperationalError | InterfaceError):
                return unavailable(request, reason)
            raise


def default_headers(get_response):
    """Nothing is stored by caches unless a view says so: drafts and errors must not linger anywhere."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        if "public" in response.headers["Cache-Control"]:  # the same for everybody: a shared cache may hand it on
            response.cookies.clear()
            others = [name for name in response.headers.get("Vary", "").split(", ") if name not in ("", "Cookie")]
            response.headers["Vary"] = ", ".join(others) or "Accept-Encoding"
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        )
        return response

    return middleware
