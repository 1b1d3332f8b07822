"""The ledger (on screens: audit trail): one append-only, hash-chained entry for every act. The database alone writes it."""

from django.db import models

from cms.evidence import Evidence


class Entry(Evidence):
    """What one person did to one thing at one instant. `hash` is SHA-256 of the previous hash and the body."""

    seq = models.BigIntegerField("number", primary_key=True)
    prev_hash = models.BinaryField()
    at = models.DateTimeField()
    body = models.BinaryField(help_text="The entry itself, as canonical JSON.")
    hash = models.BinaryField()
    act = models.TextField()
    actor = models.ForeignKey("cms.Person", models.PROTECT, null=True, related_name="+")
    article_id = models.BigIntegerField("article", null=True)
    edition_id = models.BigIntegerField("edition", null=True)
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "cms_entry"
        verbose_name = "audit trail entry"
        verbose_name_plural = "audit trail"
        ordering = ["-seq"]

    def __str__(self):
        return f"{self.seq}: {self.act}"
