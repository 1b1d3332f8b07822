"""The demo's walk: through the real operations, and harmless to repeat."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.article import State
from articles.public import LiveArticle
from cms.demo.walk import walk


def test_walk_publishes_one_leaves_one_in_review_and_one_a_draft(committed):
    lines = []
    walk(lines.append)
    said = len(lines)
    walk(lines.append)

    states = {state.article.slug: state.state for state in State.objects.filter(article__kind="article")}
    assert sorted(states.values()) == ["draft", "in review", "published"]
    assert [article.slug for article in LiveArticle.objects.all()] == ["ptsd-and-kratom"]
    assert any("signed_by_enough_reviewers" in line for line in lines)
    assert len(lines) == said


def test_demo_is_refused_without_its_flag():
    with pytest.raises(CommandError, match="LEAF_DEMO"):
        call_command("demo", "--no-serve")
