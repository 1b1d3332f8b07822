"""Policies: which sign-offs a text needs, and for how long they hold."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cms.evidence import Evidence


class Policy(Evidence):
    """Asks for one sign-off of each meaning in `requires`, each by another person. A newer version supersedes it."""

    name = models.TextField()
    version = models.IntegerField()
    label = models.TextField()
    kind = models.TextField()
    rank = models.IntegerField(help_text="Of the policies whose rule matches, the highest rank counts.")
    slugs = ArrayField(models.TextField())
    always = models.BooleanField()
    topics = ArrayField(models.TextField())
    words = ArrayField(models.TextField())
    requires = ArrayField(models.TextField())
    review_after = models.DurationField()
    ends_after = models.DurationField()
    adopted_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_policy"
        verbose_name_plural = "policies"
        ordering = ["-rank", "name", "-version"]

    def __str__(self):
        return self.label
