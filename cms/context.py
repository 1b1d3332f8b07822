from django.conf import settings


def site(request):
    """What every page's frame needs to know of the site."""
    return {"demo": settings.DEMO, "site_name": settings.SITE_NAME}
