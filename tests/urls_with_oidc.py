"""The site's addresses with those that LEAF_OIDC_URL adds."""

from django.urls import include, path

from cms.urls import handler404, handler500, urlpatterns

__all__ = ["handler404", "handler500"]
urlpatterns = [*urlpatterns, path("", include("cms.oidc_urls"))]
