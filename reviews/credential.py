"""Who may sign: signing secrets, offices, and credentials with their verification and suspension."""

import hashlib
import secrets

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils import timezone

from cms.evidence import Evidence, act

SHORTEST_SECRET = 12
QUALIFICATIONS = [
    "physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist", "scientist",
    "lawyer or regulatory specialist",
]  # fmt: skip


class SigningSecret(Evidence):
    """That a person enrolled a signing secret. What the database keeps of it, no login role can read."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="signing_secrets")
    salt = models.BinaryField()
    enrolled_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_signingsecret"
        ordering = ["-id"]
        default_permissions = []

    def __str__(self):
        return f"{self.person}, {self.enrolled_at}"


class Appointment(Evidence):
    """That the operator appointed a person: compliance officer, or medical lead. No web process can."""

    OFFICES = ["compliance", "medical lead"]

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="appointments")
    office = models.TextField()
    appointed_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_appointment"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.person}: {self.office}"


class CredentialQuerySet(models.QuerySet):
    def with_dates(self):
        """Each with `valid_until` (of its latest verification) and `suspended_at` (None while it is not suspended)."""
        return self.annotate(
            valid_until=models.Max("verifications__valid_until"), suspended_at=models.Max("suspension__at")
        )

    def in_force(self, at=None):
        """Those that can sign at the instant `at` (now, if None): verified until later, and not suspended."""
        return self.with_dates().filter(valid_until__gt=at or timezone.now(), suspended_at=None)


class Credential(Evidence):
    """What a reviewer is: profession, registration, and the topics they may sign. In force while verified."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="credentials")
    name = models.TextField(help_text="As readers see it beside a sign-off.")
    profession = models.TextField()
    qualification = models.TextField(help_text="What policies go by: whose signature counts for what.")
    registration_body = models.TextField()
    registration_number = models.TextField(help_text="Never shown to readers.")
    specialties = ArrayField(models.TextField(), help_text="Topics that this credential may sign.")
    registered_at = models.DateTimeField()

    objects = CredentialQuerySet.as_manager()

    class Meta(Evidence.Meta):
        db_table = "reviews_credential"
        ordering = ["name", "id"]
        permissions = [("verify_credential", "Can register, verify and suspend credentials")]

    def __str__(self):
        return f"{self.name}, {self.profession}"


class Verification(Evidence):
    """That a compliance officer checked a credential, and until when it is in force."""

    credential = models.ForeignKey(Credential, models.PROTECT, related_name="verifications")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    verified_at = models.DateTimeField()
    valid_until = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_verification"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.credential}, until {self.valid_until:%d %B %Y}"


ENDINGS = {"application/pdf": (".pdf",), "image/png": (".png",), "image/jpeg": (".jpg", ".jpeg")}


class CredentialFile(Evidence):
    """What an officer looked at when they made a verification. Its bytes are no field: `fetch_file` alone gives them."""

    verification = models.ForeignKey(Verification, models.PROTECT, related_name="files")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    name = models.TextField()
    attached_at = models.DateTimeField()
    digest = models.BinaryField(help_text="SHA-256 of its bytes.")
    kind = models.TextField(help_text="What its first bytes say that it is.")
    size = models.IntegerField(help_text="In bytes.")

    class Meta(Evidence.Meta):
        db_table = "reviews_credentialfile"
        ordering = ["-id"]
        default_permissions = []

    def __str__(self):
        return self.name

    @property
    def saved_as(self):
        """Its name, with an ending by which no machine takes it for something else than its first bytes say."""
        endings = ENDINGS[self.kind]
        return self.name if self.name.lower().endswith(endings) else self.name + endings[0]


class Suspension(Evidence):
    """The end of a credential, at once, with all that rests on it."""

    credential = models.OneToOneField(Credential, models.PROTECT, primary_key=True, related_name="suspension")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "reviews_suspension"

    def __str__(self):
        return str(self.credential)


COST = 2**15


def derive(secret, salt, cost=None):
    """32 bytes from what a person typed, slowly: scrypt with N = `cost` (2¹⁵), r = 8, p = 1."""
    return hashlib.scrypt(secret.encode(), salt=bytes(salt), n=cost or COST, r=8, p=1, maxmem=2**26, dklen=32)


def proof(person, secret):
    """What the database compares to know that it is `person`: None if they never enrolled a signing secret."""
    enrolled = SigningSecret.objects.filter(person=person).first()
    return derive(secret, enrolled.salt) if enrolled else None


def enrol_secret(*, by, secret, old="", officer=None, officer_secret=""):
    """Give `by` a signing secret of at least 12 characters, which is not their password.

    The first is free until somebody vouched for the person; afterwards it takes the `old` one, or a compliance `officer`
    present with theirs. Raises ValidationError (`same_person`, `by_a_compliance_officer` …) on refusal.
    """
    if len(secret) < SHORTEST_SECRET:
        raise ValidationError(f"Choose a signing secret of at least {SHORTEST_SECRET} characters.", code="long_enough")
    if by.check_password(secret):
        raise ValidationError("Choose something other than your password.", code="not_the_password")
    salt = secrets.token_bytes(16)
    return act(
        "enrol_secret", by.pk, salt, hashlib.sha256(derive(secret, salt)).digest(), proof(by, old),
        officer.pk if officer else None, proof(officer, officer_secret) if officer else None,
    )  # fmt: skip


def register_credential(
    person,
    *,
    by,
    secret,
    name,
    profession,
    qualification,
    registration_body,
    registration_number,
    specialties,
    valid_until,
):
    """Register what `person` is and verify it until `valid_until` (aware), as the compliance officer `by`.

    `qualification` is one of QUALIFICATIONS, `specialties` a list of topic slugs. Returns the Credential.
    """
    if not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    return Credential.objects.get(pk=act(
        "register_credential", person.pk, name, profession, qualification, registration_body, registration_number, specialties,
        valid_until, by.pk, proof(by, secret),
    ))  # fmt: skip


def verify_credential(credential, *, by, secret, valid_until):
    """Verify a known credential again, until `valid_until`: a year ahead at most."""
    if not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    return Verification.objects.get(pk=act("verify_credential", credential.pk, valid_until, by.pk, proof(by, secret)))


def attach_file(verification, *, by, secret, name, content):
    """Keep the file that `by` looked at when they made this verification: a PDF, PNG or JPEG of at most 5 MB, as bytes."""
    if not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    return CredentialFile.objects.get(pk=act("attach_file", verification.pk, name, content, by.pk, proof(by, secret)))


def fetch_file(file, *, by):
    """The bytes of a file. That `by`, a compliance officer, fetched them is entered in the audit trail."""
    if not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    return bytes(act("fetch_file", file.pk, by.pk))


def suspend_credential(credential, *, by, reason):
    """End a credential at once. What rests on it stops being public in that instant."""
    if not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    act("suspend_credential", credential.pk, by.pk, reason)
