"""The ledger (on screens: audit trail): one append-only, hash-chained entry for every act. The database alone writes it."""

from django.db import models

from cms.evidence import Evidence


class Entry(Evidence):
    """What one person did to one thing at one instant. `hash` is SHA-256 of the previous hash and the body.

    The body is fit for everybody: of the reason it holds only SHA-256 of `salt` and the reason, which stay inside.
    """

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
    salt = models.BinaryField(null=True)

    class Meta(Evidence.Meta):
        db_table = "cms_entry"
        verbose_name = "audit trail entry"
        verbose_name_plural = "audit trail"
        ordering = ["-seq"]

    def __str__(self):
        return f"{self.seq}: {self.act}"


class Checkpoint(Evidence):
    """The Merkle root of the ledger's first `size` entries, as a note that a key outside this site signed."""

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField()
    note = models.TextField()
    at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "cms_checkpoint"
        ordering = ["-size"]

    def __str__(self):
        return f"{self.size} entries"
