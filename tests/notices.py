"""A safety notice that stands on every page: written, and signed for ten days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reviews.notice import draft_notice, sign_notice
from tests.people import SECRET

WORDS = "A batch of capsules was found with far more 7-OH than its label says. If you took some and feel drowsy, call a doctor."
SOURCE = "https://www.example.org/recalls/42"
EVERYWHERE = {"text": WORDS, "source": SOURCE, "everywhere": True}


def in_days(days):
    return timezone.now() + timedelta(days=days)


@pytest.fixture
def notice(writer):
    return draft_notice(by=writer, **EVERYWHERE)


@pytest.fixture
def signed_notice(notice, doctor):
    sign_notice(notice, by=doctor, secret=SECRET, ends_at=in_days(10))
    return notice
