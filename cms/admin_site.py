"""The admin: Django's own, behind the site's one door."""

from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

KEPT_BY_THE_BROWSER = {"articles_article_add", "articles_article_change"}  # by unsent.js


class LeafAdminSite(AdminSite):
    site_header = site_title = "Signed Leaf"
    index_title = "Drafts and records"
    site_url = "/desk/"
    enable_nav_sidebar = False

    def admin_view(self, view, cacheable=False):
        """As ever; but the sign-in is told of a form that was sent by nobody, so that it can say that it was lost."""
        inner = super().admin_view(view, cacheable)

        def door(request, *args, **kwargs):
            if request.method == "POST" and request.user.is_anonymous:
                lost = "draft" if request.resolver_match.url_name in KEPT_BY_THE_BROWSER else "form"
                return _to_sign_in(next=request.get_full_path(), lost=lost)
            return inner(request, *args, **kwargs)

        return update_wrapper(door, inner)

    def login(self, request, extra_context=None):
        """The admin has no door of its own. Who is signed in, and may not in here, is told so."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        return _to_sign_in(next=request.GET.get("next") or "/admin/")


def _to_sign_in(**query):
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode(query)}")


class LeafAdminConfig(AdminConfig):
    default_site = "cms.admin_site.LeafAdminSite"
