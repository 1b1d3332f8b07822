"""The desk's screens of passkeys that sign: added, certified, ended. Each view calls one operation and answers."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from cms.refusals import SENTENCES
from reviews import ceremony, key_forms
from reviews import desk as questions
from reviews.passkey import (
    Certificate,
    Passkey,
    add_passkey,
    certify_officer,
    certify_reviewer,
    database_now,
    end_passkey,
    officer_statement,
    reviewer_statement,
    signed_by_root,
)  # fmt: skip
from reviews.sign_off import SignOff
from reviews.steps import attempt, forms_of, step

SIGNS, CERTIFIES = "reviews.sign_off", "reviews.verify_credential"


def may_have_keys(person):
    """Whether passkeys that sign are of use to this person: whoever may sign, or certify."""
    return person.has_perm(SIGNS) or person.has_perm(CERTIFIES)


def for_signers(view):
    """A view for whoever may sign or certify."""

    @login_required
    @wraps(view)
    def wrapped(request, **at):
        if not may_have_keys(request.user):
            raise PermissionDenied
        return view(request, **at)

    return wrapped


def tell(person, what):
    """Tell the owner of a passkey by mail what became of it, once it is so."""
    transaction.on_commit(lambda: get_adapter().send_notification_mail(f"reviews/email/{what}", person))


def once(done, operation):
    """Do it, unless it is `done`: an answer of a device that was sent twice counts once, and that is no fault."""
    if done():
        return
    try:
        operation()
    except ValidationError:
        if not done():
            raise


# The list ---------------------------------------------------------------------------------------------------------------


@for_signers
def keys(request):
    person, origin = request.user, ceremony.origin_of(request)
    officer = person.has_perm(CERTIFIES)
    known = questions.keys(Passkey.objects.all() if officer else Passkey.objects.filter(person=person), origin)
    live = [key for key in known if not key.has_ended]
    waiting = questions.to_certify(person, origin) if officer else []
    return render(request, "reviews/keys.html", {
        "officer": officer,
        "own": [key for key in live if key.person_id == person.pk],
        "others": [key for key in live if key.person_id != person.pk and key not in waiting],
        "ended": [key for key in known if key.has_ended],
        "to_certify": waiting,
    })  # fmt: skip


# Adding one -------------------------------------------------------------------------------------------------------------

confirmed = reauthentication_required(enabled=lambda request: settings.SECOND_FACTOR)


@for_signers
@confirmed
def add(request):
    """A new passkey. Whoever found the browser open cannot add theirs: who it is is asked again, but in the demo."""
    form = key_forms.AddKeyForm(request.POST or None, named="add")
    if request.method == "POST" and attempt(form, lambda: added(request)):
        messages.success(request, "Added. It signs nothing yet: first somebody certifies that it is yours.")
        return redirect("desk-keys")
    return render(request, "reviews/key_add.html", {"form": form, "refused_form": form if form.is_bound else None})


def added(request):
    answer = request.POST.get("answer", "")
    same = Passkey.objects.filter(person=request.user, attestation=ceremony.said(answer, "attestationObject"))

    def operation():
        add_passkey(request.user, **ceremony.registration(request, answer))
        tell(request.user, "key_added")

    once(same.exists, operation)


@step(back_to="desk-keys")
@for_signers
@confirmed
def ask_for_a_new_one(request):
    known = Passkey.objects.filter(person=request.user, ends=None)
    return JsonResponse(ceremony.ask_for_a_new_one(request, request.user, known))


# One passkey ------------------------------------------------------------------------------------------------------------


def may_end(passkey, person):
    """Whether `person` may end it, and so look at it: its owner, or a compliance officer."""
    return passkey.person_id == person.pk or person.has_perm(CERTIFIES)


def fetch(request, pk):
    """The passkey, for its owner and for compliance. 404 for everybody else."""
    passkey = get_object_or_404(Passkey, pk=pk)
    if not may_end(passkey, request.user):
        raise Http404
    return passkey


@for_signers
def key_screen(request, pk):
    return screen(request, fetch(request, pk))


def screen(request, passkey, bound=None, lost=()):
    """The passkey's screen. `bound` is the form just refused, `lost` what it would take away, to which nobody agreed yet."""
    form, person, origin = forms_of(request, bound), request.user, ceremony.origin_of(request)
    (key,) = questions.keys(Passkey.objects.filter(pk=passkey.pk), origin)
    is_own, officer = key.person_id == person.pk, person.has_perm(CERTIFIES) and not key.has_ended
    return render(request, "reviews/key.html", {
        "key": key,
        "is_own": is_own,
        "to_certify": officer and not is_own and (not key.signs or key.is_due),
        "verified": questions.verified_by(person, key.person) if officer else None,
        "certifying": questions.certifying_keys(person, origin) if officer else [],
        "certify": form(key_forms.CertifyForm, "certify", person=key.person),
        "for_the_root": officer and is_own and (not key.certifies or key.is_due),
        "statement": officer_statement(key, origin).decode() if officer and is_own else "",
        "root": form(key_forms.RootSignatureForm, "root"),
        "sign_offs": questions.signed_with(key),
        "issued": questions.certified_with(key),
        "end": form(key_forms.form_of_end(key), "end"),
        "lost": [one for one in lost if isinstance(one, SignOff)],
        "voided": [one for one in lost if isinstance(one, Certificate)],
        "refused_form": bound,
    })  # fmt: skip


@step(back_to="desk-key")
@for_signers
def end(request, pk):
    """End it, or end it earlier. Signatures that end with it are named first, and the button pressed again."""
    passkey, lost = fetch(request, pk), []
    ended = "Ended earlier" if passkey.has_ended else "Ended"
    form = key_forms.form_of_end(passkey)(request.POST, named="end")
    if not attempt(form, lambda: lost.extend(end_or_say(request, passkey, form.cleaned_data))) or lost:
        return screen(request, passkey, form, lost)
    at, typed = passkey.end.ends_at, form.cleaned_data["since"]
    since = questions.moment(at, to_the_second=True) + (", when it was added" if typed and typed < at else "")
    messages.success(request, f"{ended}. What it signs counts no more since {since}.")
    return redirect("desk-key", pk=pk)


def end_or_say(request, passkey, typed):
    """End it, unless that takes away signatures and certificates to whose numbers nobody agreed: then nothing is done.

    Returns what would be lost: sign-offs, and certificates of other people's passkeys.
    """
    # The act alone knows what ends: it is done and, unless that was agreed to, looked at and undone. What it revoked is what
    # this person revoked from `before` on, by the clock that the act sets its instants by.
    with transaction.atomic():
        before = database_now()
        since = typed["since"] or before
        voided = [one for one in questions.certified_with(passkey) if one.at >= since and not one.passkey.has_ended]
        ends = end_passkey(passkey, by=request.user, since=since, reason=typed["reason"])
        if (ends or voided) and request.POST.get("agreed") != f"{ends} {len(voided)}":
            revoked = SignOff.objects.filter(revocation__by=request.user, revocation__at__gte=before)
            lost = [*revoked.select_related("edition"), *voided]
            transaction.set_rollback(True)
            return lost
    tell(passkey.person, "key_ended")
    return []


# Certifying -------------------------------------------------------------------------------------------------------------


def verified(request, passkey):
    """What the officer verified of the passkey's owner. Raises ValidationError if nothing is in force."""
    found = questions.verified_by(request.user, passkey.person)
    if found is None:
        rule = "certificate_of_what_was_verified"
        raise ValidationError(SENTENCES[rule], code=rule)
    return found


@step(CERTIFIES, back_to="desk-key")
def ask_to_certify(request, pk):
    """What the officer's passkey is to sign about another's; or that the form is not right yet."""
    passkey, origin = fetch(request, pk), ceremony.origin_of(request)
    form = key_forms.CertifyForm(request.POST, named="certify", person=passkey.person)
    own = questions.certifying_keys(request.user, origin)
    verification = questions.verified_by(request.user, passkey.person)
    if not (form.is_valid() and own and verification):
        return JsonResponse({})
    content = reviewer_statement(passkey, verification, origin)
    return JsonResponse(ceremony.ask_to_sign(request, f"certify {pk}", content, own))


@step(CERTIFIES, back_to="desk-key")
def certify(request, pk):
    passkey = fetch(request, pk)
    form = key_forms.CertifyForm(request.POST, named="certify", person=passkey.person)
    if not attempt(form, lambda: certified(request, passkey)):
        return screen(request, passkey, form)
    messages.success(request, f"Certified. {passkey.person.name} can sign with it from now on.")
    return redirect("desk-keys")


def certified(request, passkey):
    """Keep what the officer's passkey signed about another's."""
    answer = request.POST.get("answer", "")
    verified(request, passkey)
    same = Certificate.objects.filter(passkey=passkey, signature=ceremony.said(answer, "signature"))

    def operation():
        handle, given = ceremony.assertion(answer)
        issuer = certificate_of(request, handle, "compliance officer", "certified_by_an_officer")
        content = ceremony.take(request, f"certify {passkey.pk}")
        certify_reviewer(passkey, issuer, by=request.user, content=content, **given)
        tell(passkey.person, "key_certified")

    once(same.exists, operation)


def certificate_of(request, handle, office, rule):
    """The newest certificate, for this address if there is one, of the passkey that answered. If it counts the database says.

    Raises ValidationError, by the name of `rule`, if the passkey is not theirs or nobody ever certified it for `office`.
    """
    made = Certificate.objects.filter(passkey__handle=handle, passkey__person=request.user, certifies=office)
    found = made.filter(origin=ceremony.origin_of(request)).first() or made.first()
    if found is None:
        raise ValidationError(SENTENCES[rule], code=rule)
    return found


# An officer's own, by the root key --------------------------------------------------------------------------------------


def own_of_officer(request, pk):
    return get_object_or_404(Passkey, pk=pk, person=request.user)


@login_required
@permission_required(CERTIFIES, raise_exception=True)
def statement(request, pk):
    """The bytes for the operator's root key, as a file."""
    content = officer_statement(own_of_officer(request, pk), ceremony.origin_of(request))
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="statement-{pk}.json"'
    return response


@step(CERTIFIES, back_to="desk-key")
def certify_by_root(request, pk):
    passkey = own_of_officer(request, pk)
    form = key_forms.RootSignatureForm(request.POST, named="root")
    if not attempt(form, lambda: certified_by_root(request, passkey, form.cleaned_data["signature"])):
        return screen(request, passkey, form)
    messages.success(
        request, "Certified by the operator’s root key. You can certify the passkeys of reviewers with it."
    )
    return redirect("desk-keys")


def certified_by_root(request, passkey, signature):
    root, content = signed_by_root(passkey, ceremony.origin_of(request), signature)
    same = Certificate.objects.filter(passkey=passkey, signature=signature)
    once(same.exists, lambda: certify_officer(passkey, root, content=content, signature=signature))
