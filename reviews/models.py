"""Table of contents: what is stored here, a module a step."""

from reviews.asking import PasskeysAsked
from reviews.credential import Appointment, Credential, CredentialFile, SigningSecret, Suspension, Verification
from reviews.interests import InterestsCheck, StandingInterests
from reviews.notice import Notice, NoticeEnd, NoticePublication, NoticeSignature
from reviews.passkey import Assertion, Certificate, Passkey, PasskeyEnd, RootKey
from reviews.policy import ChosenTier, Policy
from reviews.recheck import Recheck
from reviews.sign_off import Revocation, SignOff
from reviews.verdict import Lift, Verdict

__all__ = [
    "Appointment", "Assertion", "Certificate", "ChosenTier", "Credential", "CredentialFile", "InterestsCheck", "Lift",
    "Notice", "NoticeEnd", "NoticePublication", "NoticeSignature", "Passkey", "PasskeyEnd", "PasskeysAsked", "Policy",
    "Recheck", "Revocation", "RootKey", "SignOff", "SigningSecret", "StandingInterests", "Suspension", "Verdict", "Verification",
]  # fmt: skip
