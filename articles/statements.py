"""The statements and notices that the site needs: their first drafts, from the project's own data."""

from articles.article import Article, Reference, save_draft
from articles.data import read


def draft_statements(*, by):
    """Write a draft of every statement and notice that has no article yet, as `by`. Returns those written.

    They are drafts like any other: nothing is public until it is submitted, signed by somebody else and published.
    """
    known = set(Article.objects.filter(kind="statement").values_list("slug", flat=True))
    return [_draft(statement, by) for statement in read("statements") if statement["slug"] not in known]


def _draft(statement, by):
    article = Article(
        kind="statement",
        slug=statement["slug"],
        title=statement["title"],
        summary=statement["short"],
        body=statement["body"],
        contacts=statement["contacts"],
    )
    references = [Reference(**reference) for reference in statement["references"]]
    return save_draft(article, by=by, comment="The text that the site brings along", references=references)
