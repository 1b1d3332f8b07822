"""The admin of reviews: every row of it is evidence, to look at."""

from django.contrib import admin

from cms.admin import EvidenceAdmin
from reviews.asking import PasskeysAsked
from reviews.credential import Appointment, Credential, Suspension, Verification
from reviews.interests import InterestsCheck, StandingInterests
from reviews.notice import Notice, NoticeEnd, NoticePublication, NoticeSignature
from reviews.policy import ChosenTier, Policy
from reviews.recheck import Recheck
from reviews.sign_off import Revocation, SignOff
from reviews.verdict import Lift, Verdict


@admin.register(SignOff)
class SignOffAdmin(EvidenceAdmin):
    list_display = ["edition", "meaning", "reviewer_name", "profession", "signed_at", "review_due_at", "ends_at"]
    list_filter = ["meaning"]
    list_select_related = ["edition"]
    search_fields = ["edition__title", "reviewer_name"]


@admin.register(Revocation)
class RevocationAdmin(EvidenceAdmin):
    list_display = ["sign_off", "by", "at", "reason"]
    list_select_related = ["sign_off", "by"]
    search_fields = ["sign_off__edition__title", "reason"]


@admin.register(Verdict)
class VerdictAdmin(EvidenceAdmin):
    list_display = ["edition", "kind", "reviewer", "at", "reason"]
    list_filter = ["kind"]
    list_select_related = ["edition", "reviewer"]
    search_fields = ["edition__title", "reviewer__name", "reason"]


@admin.register(Lift)
class LiftAdmin(EvidenceAdmin):
    list_display = ["verdict", "kind", "by", "at", "reason"]
    list_filter = ["kind"]
    list_select_related = ["verdict__edition", "by"]
    search_fields = ["verdict__edition__title", "reason"]


@admin.register(Recheck)
class RecheckAdmin(EvidenceAdmin):
    list_display = ["edition", "officer", "at", "reason"]
    list_select_related = ["edition", "officer"]
    search_fields = ["edition__title", "reason"]


@admin.register(Notice)
class NoticeAdmin(EvidenceAdmin):
    texts = ["content"]
    list_display = ["text", "source", "drafted_by", "drafted_at", "fingerprint"]
    list_select_related = ["drafted_by"]
    search_fields = ["text", "source"]


@admin.register(NoticeSignature)
class NoticeSignatureAdmin(EvidenceAdmin):
    list_display = ["notice", "reviewer_name", "profession", "signed_at", "ends_at"]
    list_select_related = ["notice"]


@admin.register(NoticePublication)
class NoticePublicationAdmin(EvidenceAdmin):
    list_display = ["notice", "published_by", "published_at", "ends_at"]
    list_select_related = ["notice", "published_by"]


@admin.register(NoticeEnd)
class NoticeEndAdmin(EvidenceAdmin):
    list_display = ["notice", "by", "at", "reason"]
    list_select_related = ["notice", "by"]


@admin.register(Credential)
class CredentialAdmin(EvidenceAdmin):
    """The registration number is for those who verify it."""

    list_display = ["name", "profession", "specialties", "valid_until", "suspended_at"]
    search_fields = ["name", "profession"]

    def lookup_allowed(self, lookup, value, request):
        """Nor is it for guessing: an address that asks for numbers that start so would tell them digit by digit."""
        return not lookup.startswith("registration_number") and super().lookup_allowed(lookup, value, request)

    def get_queryset(self, request):
        return super().get_queryset(request).with_dates()

    def get_fields(self, request, obj=None):
        fields = [*super().get_fields(request, obj), "valid_until", "suspended_at"]
        if not request.user.has_perm("reviews.verify_credential"):
            fields.remove("registration_number")
        return fields

    get_readonly_fields = get_fields

    @admin.display(description="verified until")
    def valid_until(self, credential):
        return credential.valid_until

    @admin.display(description="suspended at")
    def suspended_at(self, credential):
        return credential.suspended_at


@admin.register(Verification)
class VerificationAdmin(EvidenceAdmin):
    list_display = ["credential", "officer", "verified_at", "valid_until"]
    list_select_related = ["credential", "officer"]
    search_fields = ["credential__name"]


@admin.register(StandingInterests)
class StandingInterestsAdmin(EvidenceAdmin):
    list_display = ["person", "interests", "declared_at"]
    list_select_related = ["person"]
    search_fields = ["person__name", "interests"]


@admin.register(InterestsCheck)
class InterestsCheckAdmin(EvidenceAdmin):
    list_display = ["declaration", "officer", "at"]
    list_select_related = ["declaration", "officer"]
    search_fields = ["declaration__person__name"]


@admin.register(Suspension)
class SuspensionAdmin(EvidenceAdmin):
    list_display = ["credential", "by", "at", "reason"]
    list_select_related = ["credential", "by"]
    search_fields = ["credential__name", "reason"]


@admin.register(Appointment)
class AppointmentAdmin(EvidenceAdmin):
    list_display = ["person", "office", "appointed_at"]
    list_filter = ["office"]
    list_select_related = ["person"]


@admin.register(Policy)
class PolicyAdmin(EvidenceAdmin):
    list_display = ["label", "name", "version", "kind", "requires", "review_after", "ends_after", "adopted_at"]
    list_filter = ["kind"]


@admin.register(PasskeysAsked)
class PasskeysAskedAdmin(EvidenceAdmin):
    list_display = ["at", "by", "reason"]
    list_select_related = ["by"]


@admin.register(ChosenTier)
class ChosenTierAdmin(EvidenceAdmin):
    list_display = ["article", "called_for", "policy", "by", "at", "reason"]
    list_select_related = ["article", "by"]
    search_fields = ["article__title", "reason"]
