"""An article's screens beside its form: for whom they open, and the frame around them."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.article import Article


def article_for(model_admin, request, pk, *permissions):
    """The article, for somebody who holds each of these permissions; with `seen`, the digest of its draft."""
    if not request.user.has_perms(["articles.view_article", *permissions]):
        raise PermissionDenied
    get_object_or_404(Article, pk=pk)
    return model_admin.get_object(request, str(pk))


def page(model_admin, request, name, article, title, **context):
    """The screen of that name about `article`, in the admin's frame."""
    frame = model_admin.admin_site.each_context(request) | {
        "title": title, "article": article, "original": article, "opts": model_admin.opts, "media": model_admin.media,
    }  # fmt: skip
    return TemplateResponse(request, f"admin/articles/article/{name}.html", frame | context)


def said_saved(request, response):
    """`response`, which also tells the browser that what it keeps of this form is saved: see unsent.js."""
    kept = request.POST.get("kept", "")[:40]
    response.set_cookie(
        "draft_saved", kept, max_age=3600, path=reverse("admin:index"), samesite="Lax", secure=settings.SECURE
    )
    return response
