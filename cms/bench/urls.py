"""The site's addresses, and the least that a Django view can do: one question, by its key, for bytes that stand ready."""

from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.urls import include, path


def bare(request, key):
    return HttpResponse(Session.objects.values_list("session_data", flat=True).get(session_key=key))


urlpatterns = [path("bare/<key>", bare), path("", include("cms.urls"))]
