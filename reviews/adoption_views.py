"""The desk's screens of disclaimers and rules for statements: what is in force, its history, and the next version of one; and
of asking for passkeys.

A new version takes three steps on one address: it is written, it is shown with every page that it hits, and it is adopted.
"""

from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from reviews import adoption_forms as forms
from reviews.adoption import adopt, preview, tidied
from reviews.asking import ask_for_passkeys, effects
from reviews.ceremony import origin_of
from reviews.desk import rules as questions
from reviews.steps import attempt, forms_of, step
from reviews.unsent import bring_back, to_sign_in

ADOPTS = "articles.adopt_rules"
AT_A_TIME = 50


def officers_only(view):
    allowed = login_required(permission_required(ADOPTS, raise_exception=True)(view))

    @wraps(view)
    def wrapped(request, **at):
        if request.method == "POST" and not request.user.is_authenticated:
            return to_sign_in(request, request.path)
        return allowed(request, **at)

    return wrapped


@officers_only
def rules(request):
    tiers = questions.tiers()
    return render(request, "reviews/rules.html", {
        "disclaimers": questions.in_force("disclaimers"), "statements": questions.in_force("statements"),
        "tiers": tiers, "asking": [tier for tier in tiers if tier.asks_since],
    })  # fmt: skip


@officers_only
def rule(request, kind, code):
    versions = known(kind, code)
    return render(request, "reviews/rule.html", {"versions": versions, "newest": versions[0]})


def known(kind, code):
    """The versions of that rule, the newest first. 404 if there is none."""
    versions = questions.versions(kind, code) if kind in questions.KINDS else []
    if not versions:
        raise Http404
    return versions


# The next version -------------------------------------------------------------------------------------------------------


@officers_only
@require_http_methods(["GET", "POST"])
def next_version(request, kind, code):
    newest = known(kind, code)[0]
    if newest.by_frame:
        raise Http404
    of = forms.DisclaimerForm if kind == "disclaimers" else forms.RuleForm
    if request.method == "GET":
        return empty_screen(request, kind, newest, of(named="rule", initial=forms.initial(newest)))
    return steps(request, kind, newest, of(request.POST, named="rule"))


@officers_only
@require_http_methods(["GET", "POST"])
def new_disclaimer(request):
    if request.method == "GET":
        empty = {"version": 1, "placement": "safety", "asked_of": "any"}
        return empty_screen(request, "disclaimers", None, forms.NewDisclaimerForm(named="rule", initial=empty))
    return steps(request, "disclaimers", None, forms.NewDisclaimerForm(request.POST, named="rule"))


def empty_screen(request, kind, newest, form):
    """The form as it opens; or with what an ended session kept from being sent, from whichever step that was."""
    bring_back(request, form, "rule", "confirm")
    return form_screen(request, kind, newest, form)


def steps(request, kind, newest, form):
    """From the form to what it would hit, and from there to the adoption; each can lead back."""
    if not form.is_valid() or "change" in request.POST:
        return form_screen(request, kind, newest, form)
    proposal = questions.proposal(kind, newest.key if newest else form.cleaned_data["code"], form.cleaned_data)
    confirmation = forms.ConfirmForm(
        request.POST if "adopt" in request.POST else None, named="confirm", request=request
    )
    if confirmation.is_valid():
        typed = confirmation.cleaned_data
        try:
            with confirmation.signing():
                made = adopt(proposal, by=request.user, seen=seen(request), **typed)
        except ValidationError as refusal:
            if form.beside(refusal.code):
                form.refused(refusal)
                return form_screen(request, kind, newest, form)
            confirmation.refused(refusal)
        else:
            messages.success(request, said(made))
            return redirect("desk-rule", kind=kind, code=proposal.code)
    return confirm_screen(request, kind, newest, form, proposal, confirmation)


def seen(request):
    """The editions that the officer's page listed as hit; a number that is none was not seen."""
    return [int(pk) for pk in request.POST.get("seen", "").split() if pk.isascii() and pk.isdigit() and len(pk) < 19]


def said(made):
    if made.binding_at is None:
        return f"Adopted: {made}. New editions have it, and public pages without it are review due."
    return f"Adopted: {made}. No page without it is public from {made.binding_at:%-d %B %Y, %H:%M} UTC on."


def form_screen(request, kind, newest, form):
    return render(request, "reviews/rule_form.html", {
        "kind": kind, "newest": newest, "form": form, "refused_form": form if form.errors else None,
    })  # fmt: skip


def confirm_screen(request, kind, newest, form, proposal, confirmation):
    try:
        hits = preview(proposal)
    except ValidationError as refusal:
        form.refused(refusal)
        return form_screen(request, kind, newest, form)
    before = set(seen(request)) if "seen" in request.POST else {hit.edition_id for hit in hits}
    page = Paginator(hits, AT_A_TIME).get_page(request.POST.get("page"))
    (described,) = questions.described([as_rule(kind, proposal)])
    return render(request, "reviews/rule_confirm.html", {
        "kind": kind,
        "newest": newest,
        "typed": [(name, value) for name in form.fields for value in request.POST.getlist(name)],
        "proposal": tidied(proposal),
        "described": described,
        "hits": page,
        "left_over": len(hits) - page.end_index(),
        "seen": " ".join(str(hit.edition_id) for hit in hits),
        "grown": [hit for hit in hits if hit.edition_id not in before],
        "confirmation": confirmation,
        "refused_form": confirmation if confirmation.errors else None,
    })  # fmt: skip


def as_rule(kind, proposal):
    """The proposal as the row that it would be; nothing is saved."""
    _, model, key = questions.KINDS[kind]
    names = ["name", "always", "topics", "words", "flags", "designs", "version"]
    return model(**{key: proposal.code}, **{name: getattr(proposal, name) for name in names})


# Asking for passkeys ----------------------------------------------------------------------------------------------------


@officers_only
def passkeys(request):
    return passkeys_screen(request)


def passkeys_screen(request, bound=None):
    """Which tiers ask, since when; what asking would do, and the form; afterwards, what is left to be signed anew."""
    form, tiers = forms_of(request, bound), questions.tiers()
    return render(request, "reviews/passkeys.html", {
        "tiers": tiers,
        "is_asked": all(tier.asks_since for tier in tiers),
        "effects": effects(origin_of(request)),
        "confirmation": form(forms.ConfirmForm, "ask"),
        "refused_form": bound,
    })  # fmt: skip


@step(ADOPTS, back_to="desk-passkeys")
def ask(request):
    form = forms.ConfirmForm(request.POST, named="ask", request=request)
    if not attempt(form, lambda: ask_for_passkeys(by=request.user, origin=origin_of(request), **form.cleaned_data)):
        return passkeys_screen(request, form)
    messages.success(request, "Asked for. Every new signature on an article is made with a passkey from now on.")
    return redirect("desk-passkeys")
