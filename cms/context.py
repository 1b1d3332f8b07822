from django.conf import settings


def site(request):
    """What every page's frame needs to know of the site."""
    elsewhere = settings.OIDC["name"] if settings.OIDC else ""
    return {"demo": settings.DEMO, "site_name": settings.SITE_NAME, "sign_in_elsewhere": elsewhere}
