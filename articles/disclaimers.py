"""Disclaimers and statements: what an article must carry, and the rules that say when. The rules run in SQL alone."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from cms.evidence import Evidence


class Rule(Evidence):
    """When a text asks for something: always, or when any topic, word, flag or study design of the rule is found."""

    version = models.IntegerField()
    name = models.TextField()
    placement = models.TextField()
    always = models.BooleanField()
    topics = ArrayField(models.TextField())
    words = ArrayField(models.TextField())
    flags = ArrayField(models.TextField())
    designs = ArrayField(models.TextField())
    source = models.TextField()
    note = models.TextField()
    adopted_at = models.DateTimeField()
    binding_at = models.DateTimeField(
        null=True, help_text="From then on no page that lacks it is public. Null: such a page is review due."
    )
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        help_text="The compliance officer. Nobody: it came with the site's data files.",
    )  # fmt: skip
    reason = models.TextField()

    class Meta(Evidence.Meta):
        abstract = True


class Disclaimer(Rule):
    """A fixed text in a short and a full form, frozen into every edition whose text asks for it."""

    code = models.TextField()
    short = models.TextField()
    full = models.TextField()
    position = models.IntegerField()
    drawn_by = models.TextField()

    class Meta(Rule.Meta):
        db_table = "articles_disclaimer"
        ordering = ["position", "code", "-version"]
        permissions = [("adopt_rules", "Can adopt disclaimers and rules for statements")]

    def __str__(self):
        return f"{self.code}, version {self.version}"


class StatementRule(Rule):
    """The rule that says which texts need a statement, and how old that may be. The statement is an article of that slug."""

    slug = models.TextField()
    fallback = models.TextField(null=True)
    max_age = models.DurationField(
        null=True,
        help_text="How long it may be shown after it was signed or checked again; null: while its signatures hold.",
    )

    class Meta(Rule.Meta):
        db_table = "articles_statement"
        verbose_name = "rule for a statement"
        verbose_name_plural = "rules for statements"
        ordering = ["slug", "-version"]

    def __str__(self):
        return f"{self.slug}, version {self.version}"
