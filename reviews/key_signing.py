"""Signing an edition with a passkey: the form is checked and the device asked; then what it answered is kept as the signature."""

import json

from django.core.exceptions import ValidationError
from django.http import JsonResponse

from cms.refusals import SENTENCES
from reviews import ceremony, key_forms, views
from reviews import desk as questions
from reviews.key_views import SIGNS, certificate_of, once
from reviews.passkey import PasskeyEnd, edition_statement, sign_off_with_passkey
from reviews.steps import as_shown, step

NOT_CERTIFIED = "passkey_is_certified"


def edition_and_form(request, pk, *, answered=False):
    """The edition as the page showed it, and the form that was filled in beside it.

    Once a device has answered, the database alone says which signatures are still missing: the answer may be there already.
    """
    edition = as_shown(request, views.fetch(pk))
    piece = questions.piece(edition, questions.signer(request.user))
    meanings = piece.requires if answered or piece.obstacle else piece.signable
    details = lambda rule: ended_on(request) if rule == NOT_CERTIFIED else ""  # noqa: E731
    return edition, key_forms.SignWithKeyForm(request.POST, named="key-sign", meanings=meanings, details=details)


def ended_on(request):
    """When the person's passkey that answered ended, in a sentence; empty if it did not."""
    end = PasskeyEnd.objects.filter(
        passkey__person=request.user, passkey__handle=ceremony.handle_of(answer_in(request))
    ).first()
    return f"This one ended on {questions.moment(end.ends_at)}." if end else ""


def answer_in(request):
    return request.POST.get("answer", "")


@step(SIGNS, back_to="desk-edition")
def ask(request, pk):
    """What the passkey is to sign; or that the form is not right yet, which it then says itself."""
    edition, form = edition_and_form(request, pk)
    keys = questions.signing_keys(request.user, ceremony.origin_of(request))
    if not (form.is_valid() and keys):
        return JsonResponse({})
    content = edition_statement(edition, by=request.user, **form.cleaned_data)
    return JsonResponse(ceremony.ask_to_sign(request, f"sign {pk}", content, keys))


@step(SIGNS, back_to="desk-edition")
def sign(request, pk):
    edition, form = edition_and_form(request, pk, answered=True)
    return views.answer(
        request, pk, form, lambda: signed(request, edition, form.cleaned_data),
        "Signed with your passkey. Your name and profession stand beside this edition from now on. Thank you for reading it.",
    )  # fmt: skip


def signed(request, edition, typed):
    """Keep the signature. What was typed is what the passkey was asked to sign, or nothing is signed."""
    answer = answer_in(request)
    same = edition.sign_offs.filter(reviewer=request.user, assertion__signature=ceremony.said(answer, "signature"))

    def operation():
        if not questions.signing_keys(request.user, ceremony.origin_of(request)):
            raise ValidationError(SENTENCES[NOT_CERTIFIED], code=NOT_CERTIFIED)
        handle, given = ceremony.assertion(answer)
        certificate = certificate_of(request, handle, "reviewer", NOT_CERTIFIED)
        content = ceremony.take(request, f"sign {edition.pk}")
        said = json.loads(content)
        if typed != {"meaning": said["meaning"], "interests": said["interests"]}:
            raise ValidationError(
                "Not signed: the form changed while the passkey was asked. Sign again.", code="as_asked"
            )
        sign_off_with_passkey(certificate, by=request.user, content=content, **given)

    once(same.exists, operation)
