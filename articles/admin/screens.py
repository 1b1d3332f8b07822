"""An article's screens beside its form: for whom they open, and the frame around them."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from articles.article import Article


def article_for(model_admin, request, pk, *permissions):
    """The article, for somebody who holds each of these permissions; with `seen`, the digest of its draft."""
    if not request.user.has_perms(["articles.view_article", *permissions]):
        raise PermissionDenied
    get_object_or_404(Article, pk=pk)
    return model_admin.get_object(request, str(pk))


def page(model_admin, request, name, article, title, **context):
    """The screen of that name about `article`, in the admin's frame."""
    context |= model_admin.admin_site.each_context(request) | {
        "title": title, "article": article, "original": article, "opts": model_admin.opts, "media": model_admin.media,
    }  # fmt: skip
    return TemplateResponse(request, f"admin/articles/article/{name}.html", context)
