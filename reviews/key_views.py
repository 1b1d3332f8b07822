"""The desk's screens of passkeys that sign: added, ended. Each view calls one operation and answers."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render

from reviews import ceremony, key_forms
from reviews import desk as questions
from reviews.passkey import Passkey, add_passkey, database_now, end_passkey, may_end
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
    return render(request, "reviews/keys.html", {
        "own": questions.keys_of(person, origin), "officer": officer,
        "others": questions.keys(Passkey.objects.exclude(person=person), origin) if officer else [],
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
    known = Passkey.objects.filter(person=request.user, end=None)
    return JsonResponse(ceremony.ask_for_a_new_one(request, request.user, known))


# One passkey ------------------------------------------------------------------------------------------------------------


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
    """The passkey's screen. `bound` is the form just refused, `lost` the signatures that it would end: nobody agreed yet."""
    form = forms_of(request, bound)
    (key,) = questions.keys(Passkey.objects.filter(pk=passkey.pk), ceremony.origin_of(request))
    return render(request, "reviews/key.html", {
        "key": key,
        "is_own": key.person_id == request.user.pk,
        "sign_offs": questions.signed_with(key),
        "end": form(key_forms.EndKeyForm, "end"),
        "lost": lost,
        "refused_form": bound,
    })  # fmt: skip


@step(back_to="desk-key")
@for_signers
def end(request, pk):
    """End it. Signatures that end with it are named first, and the button pressed again."""
    passkey = fetch(request, pk)
    form = key_forms.EndKeyForm(request.POST, named="end")
    if form.is_valid():
        since = form.cleaned_data["since"] or database_now()
        lost = questions.lost_since(passkey, since)
        if lost and request.POST.get("agreed") != str(len(lost)):
            return screen(request, passkey, form, lost)
    if not attempt(form, lambda: ended(request, passkey, since, form.cleaned_data["reason"])):
        return screen(request, passkey, form)
    messages.success(request, "Ended. It signs nothing any more.")
    return redirect("desk-key", pk=pk)


def ended(request, passkey, since, reason):
    end_passkey(passkey, by=request.user, since=since, reason=reason)
    tell(passkey.person, "key_ended")
