"""The people of the tests, made by the product's own operations."""

import time
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.contrib.auth.models import Group
from django.utils import timezone

from cms.people import Person
from reviews.appointment import appoint, trust_root
from reviews.credential import enrol_secret, register_credential
from reviews.passkey import as_jwk

PASSWORD = "a long enough test password"
SECRET = "a signing secret of the tests"
ROOT = Ed25519PrivateKey.from_private_bytes(b"the root key of all the tests...")
PEOPLE = {
    "writer": ("Wanda Writer", "Writer"),
    "second_writer": ("Walter Writer", "Writer"),
    "doctor": ("Dr Dora Doctor", "Medical reviewer"),
    "second_doctor": ("Dr Dan Doctor", "Medical reviewer"),
    "editor": ("Edith Editor", "Editor"),
    "compliance": ("Cora Compliance", "Compliance"),
    "medical_lead": ("Dr Lena Lead", "Medical lead"),
    "lawyer": ("Lara Lawyer", "Medical reviewer"),
    "administrator": ("Adam Administrator", "Administrator"),
}
SPECIALTIES = ["anxiety", "dependence", "depression", "interactions", "liver", "ptsd", "safety", "suicide"]


def email(role):
    return f"{role}@example.org"


def person(role):
    return Person.objects.get(email=email(role))


def make_people():
    """One person per role and a second writer and reviewer; the reviewers with credentials in force."""
    for role, (name, group) in PEOPLE.items():
        made = Person.objects.create_user(email(role), PASSWORD, name=name, is_staff=True)
        made.groups.add(Group.objects.get(name=group))
        if group not in {"Writer", "Editor", "Administrator"}:
            enrol_secret(by=made, secret=SECRET)
    appoint(person("compliance"), "compliance")
    appoint(person("medical_lead"), "medical lead")
    trust_root(as_jwk({1: 1, 3: -8, -2: ROOT.public_key().public_bytes_raw()}))
    for role in ["doctor", "second_doctor", "medical_lead"]:
        give_credential(person(role))
    give_credential(person("lawyer"), qualification="lawyer or regulatory specialist")


def give_credential(reviewer, specialties=SPECIALTIES, days=365, qualification="physician"):
    """A credential for `reviewer`, verified by the compliance officer."""
    return register_credential(
        reviewer, by=person("compliance"), secret=SECRET, name=reviewer.name, profession="psychiatrist",
        qualification=qualification, registration_body="Board of the Tests", registration_number="T-12345",
        specialties=list(specialties), valid_until=timezone.now() + timedelta(days=days),
    )  # fmt: skip


def code_for(key):
    """What an authenticator app with this key shows now, and for two seconds more: nobody types the last instant's code."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    if (left := 30 - time.time() % 30) < 2:
        time.sleep(left)
    return format_hotp_value(hotp_value(key, next(iter(yield_hotp_counters_from_time()))))
