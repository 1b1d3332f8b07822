"""The desk's screens of safety notices: written, signed, published and ended. Each view calls one operation and answers."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from articles.page import safety_notices
from reviews import desk as questions
from reviews import notice_forms as forms
from reviews.notice import Notice, draft_notice, end_notice, may_end, publish_notice, sign_notice
from reviews.steps import as_shown, attempt, forms_of, step

READS = "articles.view_article"


@login_required
@permission_required(READS, raise_exception=True)
def notices(request):
    return list_screen(request, forms_of(request)(forms.NoticeForm, "write"))


def list_screen(request, form):
    return render(request, "reviews/notices.html", {
        "notices": list(questions.notices()), "write": form, "refused_form": form if form.is_bound else None,
    })  # fmt: skip


@step("reviews.draft_notice", back_to="desk-notices")
def write(request):
    form, made = forms.NoticeForm(request.POST, named="write"), []
    if not attempt(form, lambda: made.append(draft_notice(by=request.user, **form.cleaned_data))):
        return list_screen(request, form)
    messages.success(
        request, "Written. Nothing is shown before a medical reviewer signs it and an editor publishes it."
    )
    return redirect("desk-notice", pk=made[0].pk)


def fetch(pk):
    known = Notice.objects.select_related("drafted_by", "signature", "publication__published_by", "end__by")
    return get_object_or_404(known, pk=pk)


@login_required
@permission_required(READS, raise_exception=True)
def notice_screen(request, pk):
    return screen(request, pk)


def screen(request, pk, bound=None):
    """The notice's screen; `bound` is the form that was just refused."""
    notice, person, form = fetch(pk), request.user, forms_of(request, bound)
    notice.word = questions.states()[notice.pk]
    latest = (timezone.now() + timedelta(days=14)).date()

    return render(request, "reviews/notice.html", {
        "notice": notice,
        "preview": safety_notices([questions.as_readers_see(notice)]),
        "touched": questions.touched(notice),
        "record": questions.happened(notice),
        "may_sign": person.has_perm("reviews.sign_off") and notice.word == "in review",
        "wrote_it": notice.drafted_by_id == person.pk,
        "may_publish": person.has_perm("articles.publish") and notice.word == "signed",
        "signed_it": hasattr(notice, "signature") and notice.signature.reviewer_id == person.pk,
        "may_end": notice.word != "ended" and may_end(notice, person),
        "sign": form(forms.SignNoticeForm, "sign", initial={"ends_at": latest}),
        "publication": form(forms.PublishNoticeForm, "publish"),
        "end": form(forms.EndNoticeForm, "end"),
        "refused_form": bound,
    })  # fmt: skip


def answer(request, pk, form, operation, said):
    if not attempt(form, operation):
        return screen(request, pk, form)
    messages.success(request, said)
    return redirect("desk-notice", pk=pk)


@step("reviews.sign_off", back_to="desk-notice")
def sign(request, pk):
    notice, form = as_shown(request, fetch(pk)), forms.SignNoticeForm(request.POST, named="sign", request=request)
    return answer(
        request, pk, form, lambda: sign_notice(notice, by=request.user, **form.cleaned_data),
        "Signed. Another person publishes it.",
    )  # fmt: skip


@step("articles.publish", back_to="desk-notice")
def publish(request, pk):
    notice, form = as_shown(request, fetch(pk)), forms.PublishNoticeForm(request.POST, named="publish")
    return answer(
        request, pk, form, lambda: publish_notice(notice, by=request.user),
        "Published. Readers see it above every page that it touches.",
    )  # fmt: skip


@step(back_to="desk-notice")
def end(request, pk):
    notice, form = fetch(pk), forms.EndNoticeForm(request.POST, named="end")
    was_public = hasattr(notice, "publication")
    return answer(
        request, pk, form, lambda: end_notice(notice, by=request.user, **form.cleaned_data),
        "Ended. Readers see it no more." if was_public else "Given up. It can be neither signed nor published.",
    )  # fmt: skip
