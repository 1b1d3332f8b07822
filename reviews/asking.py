"""Asking for passkeys: one compliance officer has every signature on articles made with one from then on."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, models

from cms.evidence import Evidence, act
from reviews.credential import proof


class PasskeysAsked(Evidence):
    """That a compliance officer asked for passkeys. Its `policies` are the newer versions of the tiers that did not ask yet."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    origin = models.TextField(help_text="The site's address, where the passkeys answer that were enough.")
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "reviews_passkeysasked"
        verbose_name = "request for passkeys"
        verbose_name_plural = "requests for passkeys"
        ordering = ["-id"]

    def __str__(self):
        return f"Asked for on {self.at:%-d %B %Y} by {self.by}"


@dataclass(frozen=True)
class Without:
    """Somebody with a credential in force and no certified passkey."""

    person_id: int
    name: str
    qualifications: list
    has_passkey: bool  # one that nobody certified for this site, or not in the name and profession of the credential


@dataclass(frozen=True)
class Uncounted:
    """An edition that waits to be published, and whose signatures with secrets do not count where passkeys are asked for."""

    edition_id: int
    slug: str
    title: str
    number: int
    names: list


@dataclass(frozen=True)
class Effects:
    """What asking for passkeys means at this moment; after it was asked, what is left of that."""

    stopped: list  # labels of tiers that reviewers can sign now, and could not then: while there are any, it is refused
    without: list
    uncounted: list


def effects(origin):
    """The Effects on the site at the address `origin`, at which its passkeys answer."""
    with connection.cursor() as cursor:
        cursor.execute("select label from gate.stopped_by_passkeys(%s, clock_timestamp())", [origin])
        stopped = [label for (label,) in cursor.fetchall()]
        cursor.execute(
            "select c.person_id, p.name, array_agg(distinct c.qualification), exists (select from reviews_passkey k"
            " where k.person_id = c.person_id and not exists (select from reviews_passkeyend e where e.passkey_id = k.id))"
            " from gate.could_sign(%s, clock_timestamp()) c join cms_person p on p.id = c.person_id"
            " group by c.person_id, p.name having not bool_or(c.with_passkey) order by p.name, c.person_id",
            [origin],
        )
        without = [Without(*row) for row in cursor.fetchall()]
        cursor.execute("select * from gate.signed_with_secrets(clock_timestamp())")
        return Effects(stopped, without, [Uncounted(*row) for row in cursor.fetchall()])


def ask_for_passkeys(*, by, secret, reason, origin):
    """Ask for passkeys as the compliance officer `by`, on the site at the address `origin`. Returns the PasskeysAsked.

    It counts for what is signed and published from then on; what is public or scheduled stays. Nothing at the desk takes it
    back. Raises PermissionDenied without articles.adopt_rules, and ValidationError (`passkeys_are_asked_once`,
    `enough_have_passkeys`, `same_person` …) on refusal.
    """
    if not by.has_perm("articles.adopt_rules"):
        raise PermissionDenied
    return PasskeysAsked.objects.get(pk=act("ask_for_passkeys", origin, by.pk, proof(by, secret), reason))
