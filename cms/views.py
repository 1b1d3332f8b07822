from django.shortcuts import render


def server_error(request):
    """The page for a bug: no detail of what was being done, and no query."""
    return render(request, "500.html", status=500)
