"""The desk's screens of reviewers: signing secrets and credentials. As all views here, each calls one operation and answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from articles.article import Topic
from cms.people import Person
from reviews import desk as questions
from reviews import reviewer_forms as forms
from reviews.credential import (
    Credential,
    CredentialFile,
    SigningSecret,
    attach_file,
    enrol_secret,
    fetch_file,
    register_credential,
    suspend_credential,
    verify_credential,
)
from reviews.interests import StandingInterests, check_interests, to_check
from reviews.steps import attempt, forms_of, step

# Signing secret ---------------------------------------------------------------------------------------------------------


@login_required
def signing_secret(request):
    enrolled = questions.has_secret(request.user)
    made = {"data": request.POST or None, "named": "secret"}
    form = forms.ReplaceSecretForm(**made, request=request) if enrolled else forms.EnrolSecretForm(**made)
    if request.method == "POST" and attempt(form, lambda: enrol(request.user, form.cleaned_data)):
        return enrolled_now(request)
    return secret_screen(request, enrolled, form)


@step(back_to="desk-signing-secret")
def secret_with_officer(request):
    form = forms.ReplaceWithOfficerForm(request.POST, named="officer", request=request)
    if attempt(form, lambda: enrol(request.user, form.cleaned_data)):
        return enrolled_now(request)
    return secret_screen(request, questions.has_secret(request.user), form)


def enrol(person, typed):
    enrol_secret(by=person, **{name: value for name, value in typed.items() if name != "again"})


def enrolled_now(request):
    messages.success(request, "Your signing secret is enrolled. Nobody can look it up: keep it where you will find it.")
    return redirect("desk-signing-secret")


def secret_screen(request, enrolled, form):
    by_officer = form.named == "officer"
    return render(request, "reviews/signing_secret.html", {
        "enrolled": enrolled,
        "form": forms.ReplaceSecretForm(named="secret", request=request) if by_officer else form,
        "with_officer": form if by_officer else forms.ReplaceWithOfficerForm(named="officer", request=request),
        "refused_form": form if form.is_bound else None,
    })  # fmt: skip


# Credentials ------------------------------------------------------------------------------------------------------------

VERIFIES = "reviews.verify_credential"


@login_required
@permission_required(VERIFIES, raise_exception=True)
def credentials(request):
    return credentials_screen(request)


def credentials_screen(request, bound=None):
    form = forms_of(request, bound)
    known = questions.with_words(
        Credential.objects.with_dates()
        .select_related("person", "suspension")
        .prefetch_related("verifications__officer", "verifications__files")
        .order_by("name", "id")
    )
    names = dict(Topic.objects.values_list("slug", "name"))
    resting, statements = questions.resting_on(known), questions.statement_names()
    for credential in known:
        credential.resting = resting[credential.pk]
        credential.statements = sorted(
            statements.get(edition.slug, edition.slug) for edition in credential.resting if edition.kind == "statement"
        )
        credential.topics = sorted(names.get(slug, slug) for slug in credential.specialties)
    return render(request, "reviews/credentials.html", {
        "ending": questions.ending(),
        "credentials": [
            (c, form(forms.VerifyForm, f"verify-{c.pk}"), form(forms.FileForm, f"file-{c.pk}"),
             form(forms.SuspendForm, f"suspend-{c.pk}"))
            for c in known
        ],
        "unread": [(i, form(forms.ShowInterestsForm, f"interests-{i.pk}")) for i in to_check()],
        "register": form(forms.RegisterForm, "register", people=people()),
        "refused_form": bound,
    })  # fmt: skip


def people():
    """Everybody active, with whether they chose a signing secret."""
    secret = SigningSecret.objects.filter(person=OuterRef("pk"))
    return Person.objects.filter(is_active=True).annotate(has_secret=Exists(secret))


def answer_on_credentials(request, form, operation, said):
    if not attempt(form, operation):
        return credentials_screen(request, form)
    messages.success(request, said)
    return redirect("desk-credentials")


@step(VERIFIES, back_to="desk-credentials")
def register(request):
    form = forms.RegisterForm(request.POST, named="register", request=request, people=people())

    def operation():
        typed = form.cleaned_data | {"specialties": [topic.slug for topic in form.cleaned_data["specialties"]]}
        register_credential(typed.pop("person"), by=request.user, **typed)

    return answer_on_credentials(request, form, operation, "The credential is registered and in force.")


@step(VERIFIES, back_to="desk-credentials")
def verify(request, pk):
    credential = get_object_or_404(Credential, pk=pk)
    form = forms.VerifyForm(request.POST, named=f"verify-{pk}", request=request)
    return answer_on_credentials(
        request, form, lambda: verify_credential(credential, by=request.user, **form.cleaned_data),
        f"The credential of {credential.name} is verified again.",
    )  # fmt: skip


@step(VERIFIES, back_to="desk-credentials")
def attach(request, pk):
    """A file for the newest verification: what the officer has just looked at."""
    credential = get_object_or_404(Credential, pk=pk)
    form = forms.FileForm(request.POST, request.FILES, named=f"file-{pk}", request=request)

    def operation():
        file = form.cleaned_data["file"]
        attach_file(
            credential.verifications.first(), by=request.user, secret=form.cleaned_data["secret"],
            name=file.name[-100:], content=file.read(),
        )  # fmt: skip

    return answer_on_credentials(
        request, form, operation, f"The file is kept with the newest verification of {credential.name}."
    )


@step(VERIFIES, back_to="desk-credentials")
def show_interests(request, pk):
    declaration = get_object_or_404(StandingInterests, pk=pk)
    form = forms.ShowInterestsForm(request.POST, named=f"interests-{pk}", request=request)

    def operation():
        check_interests(declaration, by=request.user, **form.cleaned_data)

    return answer_on_credentials(
        request, form, operation, f"Readers see the interests of {declaration.person.name} from now on."
    )


@login_required
@permission_required(VERIFIES, raise_exception=True)
@require_GET
def file(request, pk):
    """A file to save, never to open here: whatever is in it, no page of this site shows it."""
    try:
        content = fetch_file(found := get_object_or_404(CredentialFile, pk=pk), by=request.user)
    except ValidationError as refusal:
        raise PermissionDenied from refusal
    return HttpResponse(content, headers={
        "Content-Type": "application/octet-stream",
        "Content-Disposition": content_disposition_header(True, found.saved_as),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    })  # fmt: skip


@step(VERIFIES, back_to="desk-credentials")
def suspend(request, pk):
    credential = get_object_or_404(Credential, pk=pk)
    form = forms.SuspendForm(request.POST, named=f"suspend-{pk}")
    return answer_on_credentials(
        request, form, lambda: suspend_credential(credential, by=request.user, **form.cleaned_data),
        f"The credential of {credential.name} is ended for good. What rested on it is no longer public.",
    )  # fmt: skip
