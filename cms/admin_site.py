"""The admin: Django's own, behind the site's one door."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode


class LeafAdminSite(AdminSite):
    site_header = site_title = "Signed Leaf"
    index_title = "Drafts and records"
    site_url = "/desk/"
    enable_nav_sidebar = False

    def login(self, request, extra_context=None):
        """The admin has no door of its own."""
        return HttpResponseRedirect(f"{reverse('sign-in')}?{urlencode({'next': request.GET.get('next') or '/admin/'})}")


class LeafAdminConfig(AdminConfig):
    default_site = "cms.admin_site.LeafAdminSite"
