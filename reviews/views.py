"""The desk: each view fetches, fills a form, calls one operation and answers. Who may do what is decided elsewhere."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render

from articles import difference
from articles.edition import Edition
from articles.hidden_row import hide_row
from articles.page import build
from articles.publication import publish, retract, take_down
from cms.people import Person
from reviews import desk as questions
from reviews import forms, key_forms
from reviews.ceremony import origin_of
from reviews.interests import to_check
from reviews.policy import ChosenTier, Policy, choose_tier
from reviews.recheck import recheck
from reviews.sign_off import SignOff, revoke, sign_off
from reviews.steps import as_shown, attempt, forms_of, step
from reviews.verdict import Verdict, lift_refusal, refuse, request_changes

SHORT_LIST = 20


# The desk ---------------------------------------------------------------------------------------------------------------


@login_required
def desk(request):
    """What awaits whom. Whoever signed once and may do nothing any more still finds what they signed."""
    if not request.user.has_perm("articles.view_article"):
        if questions.has_signed(request.user):
            return redirect("desk-own")
        raise PermissionDenied
    reviewer, sections = questions.board(request.user)
    whole = request.GET.get("all")
    for section in sections:
        section.total = len(section.pieces)
        section.is_open = bool(section.act) or section.name in {
            "others",
            "review",
            "waiting",
            "lacking",
            "statements-review",
            whole,
        }
        if section.name != whole:
            section.pieces = section.pieces[:SHORT_LIST]
    own = questions.own_sign_offs(request.user)
    officer = request.user.has_perm("reviews.verify_credential")
    shown = own if whole == "own" else own[:SHORT_LIST]
    return render(request, "reviews/desk.html", {
        "notices": [notice for notice in questions.notices() if notice.word != "ended"],
        "ending": questions.ending() if officer else questions.ending(person=request.user),
        "to_certify": len(questions.to_certify(request.user, origin_of(request))) if officer else 0,
        "unread": to_check().count() if officer else 0,
        "reviewer": reviewer, "sections": sections, "sign_offs": shown, "own_total": len(own),
        "more_sign_offs": len(own) > len(shown), "own_is_open": whole == "own",
    })  # fmt: skip


# One edition ------------------------------------------------------------------------------------------------------------


def fetch(pk):
    """The edition, with what the screen needs of it. 404 if there is none."""
    return get_object_or_404(questions.editions(), pk=pk)


@login_required
@permission_required("articles.view_article", raise_exception=True)
def edition_screen(request, pk):
    return screen(request, pk)


def screen(request, pk, bound=None):
    """The edition's screen; `bound` is the form that was just refused."""
    edition = fetch(pk)
    form, person, piece = (
        forms_of(request, bound),
        request.user,
        questions.piece(edition, questions.signer(request.user)),
    )
    document, sign_offs, statements, due_by_rule = questions.reading(edition)
    rows = questions.rows_of(edition, document)
    shown_rows = [row for row in rows if not row.hidden]
    rows_to_hide = [row for row in shown_rows if not row.stays]
    without = next((row for row in rows_to_hide if str(row.place) == request.GET.get("without")), None)
    if rows:
        document["contacts"] = [row.contact for row in shown_rows if row is not without]
    hidden_as = questions.hidden_as(edition.article_id)
    was_public = bool(questions.ever_public([edition.article_id]))

    own_to_revoke = SignOff.objects.filter(edition=edition, revocation=None)
    if not person.has_perm("reviews.revoke_any"):
        own_to_revoke = own_to_revoke.filter(reviewer=person)
    to_lift = [
        verdict for verdict in piece.refusals
        if verdict.reviewer_id == person.pk or person.has_perm("reviews.overrule")
    ]  # fmt: skip
    since, asked = questions.before(edition, person)
    fix = edition.fix if edition.is_fix else None
    return render(request, "reviews/edition.html", {
        "since": None if fix else since,
        "fix": fix,
        "fixed": questions.fixed(edition, document) if fix else [],
        "full_reviews": [s for s in piece.standing if s.edition_id != edition.pk],
        "asked": asked,
        "edition": edition,
        "piece": piece,
        "page": build(
            document, digest=edition.fingerprint, sign_offs=sign_offs, statements=statements, due_by_rule=due_by_rule
        ),
        "document": document,
        "loss": questions.lost_with(edition) if edition.kind == "statement" else None,
        "contributors": Person.objects.filter(pk__in=edition.contributors),
        "others": Edition.objects.filter(article=edition.article_id).only("number").order_by("number"),
        "record": questions.record(edition),
        "cannot_sign": why_not(piece) if person.has_perm("reviews.sign_off") else "",
        "can_hide": hidden_as == set(),
        "was_public": was_public,
        "can_retract": was_public and "retracted" not in hidden_as,
        "sign": form(forms.SignForm, "sign", meanings=piece.signable),
        "sign_with_key": form(key_forms.SignWithKeyForm, "key-sign", meanings=piece.signable),
        "signing_keys": questions.signing_keys(person, origin_of(request)) if person.has_perm("reviews.sign_off") else [],
        "changes": form(forms.RequestChangesForm, "changes"),
        "refusal": form(forms.RefuseForm, "refuse"),
        "tier": form(forms.TierForm, "tier", tiers=Policy.objects.tiers()),
        "chosen_tiers": ChosenTier.objects.filter(article=edition.article_id).select_related("by"),
        "publication": form(forms.PublishForm, "publish"),
        "recheck": form(forms.RecheckForm, "check"),
        "rows": rows,
        "rows_to_hide": rows_to_hide,
        "row_that_stays": next((row for row in shown_rows if row.stays), None),
        "without": without,
        "hide_row": form(forms.HideRowForm, "hide-row", rows=rows, initial={"contact": request.GET.get("row")}),
        "take_down": form(forms.HideForm, "take-down"),
        "retraction": form(forms.HideForm, "retract"),
        "revocations": [(s, form(forms.RevokeForm, f"revoke-{s.pk}")) for s in own_to_revoke],
        "lifts": [(v, form(forms.LiftForm, f"lift-{v.pk}")) for v in to_lift],
        "refused_form": bound,
    })  # fmt: skip


@login_required
@permission_required("articles.view_article", raise_exception=True)
def changes(request, pk, number):
    """What changed in the edition since another of its article, marked."""
    new = fetch(pk)
    old = get_object_or_404(questions.editions(), article=new.article_id, number=number)
    found = difference.differences(*(difference.of_edition(edition.document()) for edition in (old, new)))
    return render(request, "reviews/changes.html", {
        "old": old, "edition": new, "changed": [part for part in found if part.changed],
        "unchanged": [part.label for part in found if not part.changed],
    })  # fmt: skip


def why_not(piece):
    """Why there is no form to sign with, in one sentence; empty if there is one."""
    if piece.verdicts:
        return f"It cannot be signed: {piece.verdict_in_words}"
    return piece.obstacle or ("" if piece.missing else "Every signature that the policy asks for is there.")


def answer(request, pk, form, operation, said):
    """Do it and go back to the edition's screen; or show that screen again with what was refused.

    `said` is the message, or a function that finds it once all is done.
    """
    if not attempt(form, operation):
        return screen(request, pk, form)
    messages.success(request, said() if callable(said) else said)
    return redirect("desk-edition", pk=pk)


@step("reviews.sign_off", back_to="desk-edition")
def sign(request, pk):
    edition = as_shown(request, fetch(pk))
    piece = questions.piece(edition, questions.signer(request.user))
    meanings = piece.requires if piece.obstacle else piece.signable
    form = forms.SignForm(request.POST, named="sign", request=request, meanings=meanings)
    return answer(
        request, pk, form, lambda: sign_off(edition, by=request.user, **form.cleaned_data),
        "Signed. Your name and profession stand beside this edition from now on. Thank you for reading it.",
    )  # fmt: skip


@step("reviews.request_changes", back_to="desk-edition")
def ask_for_changes(request, pk):
    edition, form = as_shown(request, fetch(pk)), forms.RequestChangesForm(request.POST, named="changes")
    return answer(
        request, pk, form, lambda: request_changes(edition, by=request.user, **form.cleaned_data),
        "Changes requested. The review of this edition has ended; the writer submits a new one.",
    )  # fmt: skip


@step("reviews.refuse", back_to="desk-edition")
def refuse_article(request, pk):
    edition, form = as_shown(request, fetch(pk)), forms.RefuseForm(request.POST, named="refuse", request=request)
    return answer(
        request, pk, form, lambda: refuse(edition, by=request.user, **form.cleaned_data),
        "Refused. No edition of this article can be published until the refusal is lifted.",
    )  # fmt: skip


@step(back_to="desk-edition")
def lift(request, pk, verdict_pk):
    verdict = get_object_or_404(Verdict, pk=verdict_pk, article=fetch(pk).article_id)
    form = forms.LiftForm(request.POST, named=f"lift-{verdict.pk}", request=request)
    return answer(
        request, pk, form, lambda: lift_refusal(verdict, by=request.user, **form.cleaned_data),
        "The refusal is lifted. Editions that it stood against can be signed and published again.",
    )  # fmt: skip


@step("articles.publish", back_to="desk-edition")
def publish_edition(request, pk):
    edition = as_shown(request, fetch(pk))
    form = forms.PublishForm(request.POST, named="publish", details=lambda rule: why_unpublished(rule, edition))

    def operation():
        say_carried(request, publish(edition, by=request.user, **form.cleaned_data).carried)

    def said():
        starts_at = form.cleaned_data["starts_at"]
        if not starts_at:
            return "Published. Readers see it now."
        return f"Scheduled: readers see it from {questions.moment(starts_at)}."

    return answer(request, pk, form, operation, said)


def say_carried(request, carried):
    """What became of a published fix in the working draft; nothing, if it was no fix."""
    if carried and carried.carried:
        messages.success(request, "The fix is carried into the working draft too.")
    for passage in carried.left if carried else []:
        messages.warning(
            request,
            f"Not carried into the working draft: it says something else where the fix changed “{passage.old_words}” to"
            f" “{passage.new_words}”. Look there before the next edition undoes the fix.",
        )


def why_unpublished(rule, edition):
    """What the refusal to publish cannot say: which signature is missing, or when those that stand end."""
    if rule == "signed_by_enough_reviewers":
        return f"Missing: {', '.join(questions.piece(edition).missing)}."
    if rule == "carries_required_disclaimers":
        piece = questions.piece(edition)
        if piece.lacks:
            return f"It lacks {', '.join(f'“{name}”' for name in piece.lacks)}. The writer submits the article again."
        waits_for = piece.waits_for.items()
        titles = ", ".join(f"“{statement.title if statement else slug}”" for slug, statement in waits_for)
        return f"It waits for {titles}." if titles else ""
    if rule == "signed_when_it_starts" and edition.signed_until:
        return f"They end on {questions.moment(edition.signed_until)}."
    return ""


@step("reviews.choose_tier", back_to="desk-edition")
def choose_article_tier(request, pk):
    article, form = (
        fetch(pk).article,
        forms.TierForm(request.POST, named="tier", request=request, tiers=Policy.objects.tiers()),
    )
    return answer(
        request, pk, form, lambda: choose_tier(article, by=request.user, **form.cleaned_data),
        "The tier is chosen. It counts for publishing from now on, and for signing from the next edition on.",
    )  # fmt: skip


@step("articles.take_down", back_to="desk-edition")
def take_article_down(request, pk):
    article, form = fetch(pk).article, forms.HideForm(request.POST, named="take-down")
    return answer(
        request, pk, form, lambda: take_down(article, by=request.user, **form.cleaned_data),
        lambda: (
            "Taken down. Readers see a notice in its place."
            if questions.ever_public([article.pk])
            else "Not scheduled any more: nothing was public."
        ),
    )  # fmt: skip


@step("articles.take_down", back_to="desk-edition")
def retract_article(request, pk):
    article, form = fetch(pk).article, forms.HideForm(request.POST, named="retract")
    return answer(
        request, pk, form, lambda: retract(article, by=request.user, **form.cleaned_data),
        "Retracted. Readers are told that the text was wrong.",
    )  # fmt: skip


@step("reviews.recheck", back_to="desk-edition")
def check_again(request, pk):
    edition, form = as_shown(request, fetch(pk)), forms.RecheckForm(request.POST, named="check", request=request)
    return answer(
        request, pk, form, lambda: recheck(edition, by=request.user, **form.cleaned_data),
        "Checked again. Readers see the day beside it.",
    )  # fmt: skip


@step("articles.take_down", back_to="desk-edition")
def hide_a_row(request, pk):
    edition = as_shown(request, fetch(pk))
    form = forms.HideRowForm(request.POST, named="hide-row", rows=questions.rows_of(edition, edition.document()))
    return answer(
        request, pk, form, lambda: hide_row(edition, by=request.user, **form.cleaned_data),
        "Hidden. No page shows that row any more.",
    )  # fmt: skip


@step(back_to="desk-edition")
def revoke_sign_off(request, pk, sign_off_pk):
    signature = get_object_or_404(SignOff, pk=sign_off_pk, edition=pk)
    form = forms.RevokeForm(request.POST, named=f"revoke-{signature.pk}")
    return answer(
        request, pk, form, lambda: revoke(signature, by=request.user, **form.cleaned_data),
        "Revoked. What rested on this signature is no longer public.",
    )  # fmt: skip
