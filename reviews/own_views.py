"""The desk's screens of what a person signed: theirs to see and to end as long as they can sign in, whatever else is gone."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from reviews import desk as questions
from reviews import forms
from reviews.interests import StandingInterests, declare_interests
from reviews.sign_off import revoke_all
from reviews.steps import attempt, forms_of, step


@login_required
def own(request):
    return own_screen(request)


def own_screen(request, bound=None):
    form, person = forms_of(request, bound), request.user
    sign_offs, shown = questions.own_sign_offs(person), questions.shown_with(person)
    for sign_off in sign_offs:
        sign_off.is_shown = sign_off.pk in shown
    return render(request, "reviews/own.html", {
        "sign_offs": sign_offs,
        "standing": [s for s in sign_offs if s.stands],
        "credentials": questions.with_words(person.credentials.with_dates()),
        "page": any(s.is_shown and s.edition.kind == "article" for s in sign_offs),
        "declared": StandingInterests.objects.filter(person=person).select_related("check_of_it"),
        "declare": form(forms.InterestsForm, "interests"),
        "refused_form": bound,
    })  # fmt: skip


@step(back_to="desk-own")
def declare(request):
    form = forms.InterestsForm(request.POST, named="interests", request=request)
    if not attempt(form, lambda: declare_interests(by=request.user, **form.cleaned_data)):
        return own_screen(request, form)
    messages.success(request, "Declared. They stand on your page for readers once a compliance officer has read them.")
    return redirect("desk-own")


@login_required
def end_all(request):
    """What readers lose, and the form that ends it all; then that it is done."""
    person = request.user
    standing = questions.standing_of(person)
    seen = [sign_off.pk for sign_off in standing]
    if request.method == "POST":
        seen = [int(pk) for pk in request.POST.getlist("seen") if pk.isascii() and pk.isdecimal() and len(pk) < 19]
    form = forms.EndAllForm(request.POST or None, named="end", count=len(seen))
    if request.method == "POST" and attempt(
        form, lambda: revoke_all(seen, by=person, reason=form.cleaned_data["reason"])
    ):
        messages.success(request, "All your sign-offs are ended. What rested on them is no longer public.")
        return redirect("desk-own")
    public, scheduled = questions.lost_without(person)
    return render(request, "reviews/end_all.html", {
        "standing": standing, "public": public, "scheduled": scheduled, "form": form,
        "refused_form": form if form.is_bound else None,
    })  # fmt: skip
