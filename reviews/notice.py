"""Safety notices: a few signed words that stand above pages at once, and for two weeks at most."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db import models

from cms.evidence import Evidence, act
from reviews.credential import Credential, Verification, proof


class Notice(Evidence):
    """The exact words, their source and what they touch. `content` is its canonical JSON; other words are another notice."""

    content = models.BinaryField()
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    digest = models.BinaryField("fingerprint", help_text="SHA-256 of content.")
    text = models.TextField()
    source = models.TextField(help_text="An https address, or a citation.")
    everywhere = models.BooleanField(help_text="Whether it touches every page.")
    topics = ArrayField(models.TextField(), help_text="It touches every article on one of these.")
    articles = ArrayField(models.BigIntegerField(), help_text="It touches these articles.")

    class Meta(Evidence.Meta):
        db_table = "reviews_notice"
        verbose_name = "safety notice"
        ordering = ["-id"]
        permissions = [("draft_notice", "Can write a safety notice")]

    def __str__(self):
        return self.text

    @property
    def fingerprint(self):
        return bytes(self.digest).hex()


class NoticeSignature(Evidence):
    """One medical reviewer's signature on exactly these words, and until when they may be shown."""

    notice = models.OneToOneField(Notice, models.PROTECT, related_name="signature")
    digest = models.BinaryField()
    verification = models.ForeignKey(Verification, models.PROTECT, related_name="+")
    credential = models.ForeignKey(Credential, models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reviewer_name = models.TextField()
    profession = models.TextField()
    qualification = models.TextField()
    signed_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_noticesignature"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.reviewer_name}, until {self.ends_at:%d %B %Y}"


class NoticePublication(Evidence):
    """That somebody other than the signer put it before readers."""

    notice = models.OneToOneField(Notice, models.PROTECT, related_name="publication")
    digest = models.BinaryField()
    ends_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_noticepublication"
        ordering = ["-id"]

    def __str__(self):
        return str(self.notice)


class NoticeEnd(Evidence):
    """That it was ended before its time, or given up as a draft."""

    notice = models.OneToOneField(Notice, models.PROTECT, related_name="end")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "reviews_noticeend"
        ordering = ["-id"]

    def __str__(self):
        return str(self.notice)


def draft_notice(*, by, text, source, everywhere=False, topics=(), articles=()):
    """Write a safety notice: at most 60 words of `text`, and its `source`, an https address or a citation.

    `topics` are slugs, `articles` ids. Raises PermissionDenied without reviews.draft_notice, and ValidationError
    (`sixty_words_at_most`, `notice_has_a_source`, `notice_is_plain` …) when the database refuses.
    """
    if not by.has_perm("reviews.draft_notice"):
        raise PermissionDenied
    return Notice.objects.get(pk=act("draft_notice", text, source, everywhere, list(topics), list(articles), by.pk))


def sign_notice(notice, *, by, secret, ends_at):
    """Sign exactly these words, to be shown until `ends_at` (aware), within 14 days, as a medical reviewer.

    Raises PermissionDenied without reviews.sign_off, and ValidationError (`nobody_signs_their_own_notice`,
    `notice_is_signed_by_a_medic`, `notice_ends_within_two_weeks` …) when the database refuses.
    """
    if not by.has_perm("reviews.sign_off"):
        raise PermissionDenied
    return NoticeSignature.objects.get(
        pk=act("sign_notice", notice.pk, bytes(notice.digest), by.pk, proof(by, secret), ends_at)
    )


def publish_notice(notice, *, by):
    """Put a signed notice above every page that it touches, as somebody other than its signer."""
    if not by.has_perm("articles.publish"):
        raise PermissionDenied
    return NoticePublication.objects.get(pk=act("publish_notice", notice.pk, bytes(notice.digest), by.pk))


def end_notice(notice, *, by, reason):
    """End a notice at once, or give a draft up. An editor may, compliance, its signer, and of a draft its writer."""
    if not may_end(notice, by):
        raise PermissionDenied
    return NoticeEnd.objects.get(pk=act("end_notice", notice.pk, by.pk, reason))


def may_end(notice, person):
    """Whether this person may end it."""
    signed = hasattr(notice, "signature")
    own = person.pk == (notice.signature.reviewer_id if signed else notice.drafted_by_id)
    return own or person.has_perm("articles.take_down")
