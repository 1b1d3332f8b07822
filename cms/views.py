"""The pages for what went wrong outside any view of ours."""

from django.shortcuts import render


def server_error(request):
    """The page for a bug: no detail of what was being done, and no query."""
    return render(request, "500.html", status=500)


def csrf_failure(request, reason=""):
    """The page for a form sent without its token. `reason` is for developers: it is not shown."""
    return render(request, "403_csrf.html", status=403)
