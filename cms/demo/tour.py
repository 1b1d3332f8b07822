"""The tour of the demo: ten minutes for a managing editor, step by step, each at the right person's screen."""

from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required, permission_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.article import Article, State
from articles.edition import Edition
from cms.demo.passkeys import certify_by_demo_root, root_public_key
from cms.demo.people import PASSWORD, PEOPLE, SECRET
from cms.demo.walk import FLAWED, PUBLISHED, UNSIGNED, start_again
from cms.people import Person
from reviews.ceremony import origin_of
from reviews.passkey import Certificate, Passkey
from reviews.policy import Policy
from reviews.sign_off import SignOff
from reviews.views import publish_edition

BACKEND = "cms.sign_in.EmailBackend"


@dataclass(frozen=True)
class Step:
    """One step: who presses what on which screen, and what there is to see. `role` is empty for a reader."""

    number: int
    title: str
    says: str
    button: str
    role: str
    at: str
    done: bool = False
    stopped: str = ""
    signs: bool = False
    phone: bool = False
    digest: str = ""

    @property
    def who(self):
        return PEOPLE[self.role][1] if self.role else ""

    @property
    def office(self):
        return PEOPLE[self.role][2].lower() if self.role else ""


def demo_only(view):
    """A view that is there in the demo alone: whoever comes to it signs in without a password."""

    @wraps(view)
    def wrapped(request, **at):
        if not settings.DEMO:
            raise Http404
        return view(request, **at)

    return wrapped


def by_button(view):
    """A view that signs somebody in: by its button alone. Whoever comes by its address is sent to the tour."""

    @wraps(view)
    def wrapped(request, **at):
        return view(request, **at) if request.method == "POST" else redirect("tour")

    return wrapped


@demo_only
@require_safe
def tour(request):
    return render(request, "cms/tour.html", {
        "steps": steps(), "root_key": root_public_key(), "page": public_page(request),
        "checker": request.build_absolute_uri(static("verify/verify_evidence.py")),
        "people": [(role, *about) for role, about in PEOPLE.items()],
        "password": PASSWORD, "secret": SECRET,
    })  # fmt: skip


@demo_only
@by_button
def take_step(request, number):
    """Sign in as the step's person and go to its screen; the second step presses Publish there."""
    step = next((step for step in steps() if step.number == number and step.role and not step.stopped), None)
    if step is None:
        return redirect("tour")
    sign_in(request, step.role)
    if step.digest:
        return publish_edition(request, pk=newest_edition(UNSIGNED).pk)
    return redirect(step.at)


@demo_only
@by_button
def become(request, role):
    """Sign in as one of the demo's people, on the screen where their work is."""
    if role not in PEOPLE:
        raise Http404
    sign_in(request, role)
    return redirect("admin:index" if role in {"writer", "admin"} else "desk")


@demo_only
@by_button
def again(request):
    """Bring the tour back to its start, by new editions through the real operations."""
    try:
        start_again(origin_of(request))
    except ValidationError as refusal:
        messages.error(
            request, f"The tour could not start again. {refusal.messages[0]} Run make clean, then make demo."
        )
    else:
        messages.success(
            request, "The tour is at its start again: new editions were submitted, the old ones keep their record."
        )
    return redirect("tour")


@demo_only
@by_button
@login_required
@permission_required("reviews.verify_credential", raise_exception=True)
def certify_key(request, pk):
    """Let the demo's root key certify the officer's own passkey. On a real site that key is elsewhere."""
    passkey = get_object_or_404(Passkey, pk=pk, person=request.user)
    try:
        certify_by_demo_root(passkey, origin_of(request))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        messages.success(
            request, "Certified by the demo’s root key. You can certify the passkeys of reviewers with it."
        )
    return redirect("desk-keys")


def has_certified_passkey(role, office):
    return Certificate.objects.filter(person__email=PEOPLE[role][0], certifies=office, passkey__ends=None).exists()


def sign_in(request, role):
    login(request, Person.objects.get(email=PEOPLE[role][0]), backend=BACKEND)


def newest_edition(slug):
    """The newest that was submitted for a full review, or None."""
    return Edition.objects.filter(article__slug=slug, root_id=0).order_by("-number").first()


def is_shown(edition):
    """Whether readers see this edition, or a fix of it."""
    shown = State.objects.get(article=edition.article_id).public_edition_id
    return shown is not None and edition.pk in (shown, Edition.objects.get(pk=shown).root_id)


def public_page(request):
    """The address of an article of the tour that readers see now, to be checked from outside. Empty if there is none."""
    for slug in (PUBLISHED, UNSIGNED):
        if State.objects.filter(article__slug=slug).exclude(public_edition_id=None).exists():
            return request.build_absolute_uri(reverse("article", args=[slug]))
    return ""


def steps():
    """The steps as they stand at this moment; none before the demo's walk."""
    articles = {article.slug: article for article in Article.objects.filter(slug__in=[PUBLISHED, UNSIGNED, FLAWED])}
    unsigned, published = newest_edition(UNSIGNED), newest_edition(PUBLISHED)
    if len(articles) < 3 or not (unsigned and published):
        return []
    return list(_steps(articles[FLAWED], unsigned, published))


def _steps(flawed, unsigned, published):
    screen = reverse("desk-edition", args=[unsigned.pk])
    signers = set(unsigned.sign_offs.values_list("reviewer__email", flat=True))
    missing = len(Policy.objects.get(pk=unsigned.policy_id).requires) - len(signers)
    is_public = is_shown(unsigned)
    signature = SignOff.objects.filter(
        edition__article=published.article_id, reviewer__email=PEOPLE["reviewer"][0], revocation=None
    ).first()
    stands = State.objects.get(article=published.article_id).public_edition_id is not None
    to_fix = published if stands else unsigned
    page = reverse("article", args=[published.slug])
    start = "Start the tour again to see this."
    yield Step(
        1, "A draft that should never go out",
        f"“{flawed.title}” promises relief, names doses and cites a study that does not exist. Its writer can save it, "
        "and even submit it. But it is a draft: no reader can reach a draft, at any address.",
        "Open the flawed draft", "writer", reverse("admin:articles_article_change", args=[flawed.pk]),
    )  # fmt: skip
    yield Step(
        2, "Publish is pressed on an unsigned article",
        f"“{unsigned.title}” waits for two medical signatures. The editor presses Publish all the same. PostgreSQL refuses, and "
        "the screen says which rule it was. No setting, role or superuser gets past it.",
        "Press Publish as the editor", "editor", screen, digest=unsigned.fingerprint,
        stopped=f"It is signed by now. {start}" if missing <= 0 else "",
    )  # fmt: skip
    for number, role, title, says in [
        (3, "reviewer", "The first medical signature", "The reviewer reads the text as readers would, at the desk, and signs "
         "exactly that edition with a secret of her own. Then press step 2 again: one signature is not enough."),
        (4, "second", "The second medical signature", "An article on depression needs two people. The database takes no second "
         "signature from the same person, and none from anybody who wrote a word of it."),
    ]:  # fmt: skip
        signed = PEOPLE[role][0] in signers
        yield Step(
            number, title, says, "Read and sign", role, f"{screen}#sign", done=signed, signs=True,
            stopped="" if signed or missing > 0 else f"It has all its signatures. {start}",
        )  # fmt: skip
    yield Step(
        5, "Now Publish works", "With both signatures there, the same button puts the article before readers.",
        "Open Publish as the editor", "editor", f"{screen}#publish", done=is_public,
    )  # fmt: skip
    yield Step(
        6, "The page on a phone", f"“{published.title}”, published before you came: who reviewed it, crisis help to tap and what "
        "must be known first, all above the first sentence. At the foot stands the fingerprint that the reviewers signed.",
        "Open the page at a phone’s width", "", page, phone=True, stopped="" if stands else f"It is not public now. {start}",
    )  # fmt: skip
    yield Step(
        7, "A reviewer takes the signature back", "New evidence, or second thoughts: a revocation needs a reason and no "
        "permission. It works at once, with no scheduler and nobody else awake.",
        "Revoke as the reviewer", "reviewer",
        f"{reverse('desk-edition', args=[signature.edition_id])}?open=revoke-{signature.pk}#revoke-{signature.pk}"
        if signature else "",
        done=not signature, stopped="" if signature else f"It is revoked. {start}",
    )  # fmt: skip
    yield Step(
        8, "What readers see then", "No error page and no old text: a signed notice, crisis help, and where to go from here.",
        "Open the same address again", "", page, done=not stands,
    )  # fmt: skip
    yield Step(
        9, "A typo is mended", "A slip in a public page needs no full review, but it needs a signature: the database compares "
        "the two texts itself, and refuses whatever is more than a slip. Correct a letter, then try to change a number.",
        "Mend a public page", "writer", reverse("admin:articles_article_fix", args=[to_fix.article_id]),
        stopped="" if stands or is_public else f"No page is public now. {start}",
    )  # fmt: skip
    yield Step(
        10, "A warning that cannot wait", "A safety notice stands above every page that it touches at once: sixty words, a "
        "source, two weeks at most. One reviewer signs it, and somebody else publishes it.",
        "Open the safety notices", "editor", reverse("desk-notices"),
    )  # fmt: skip
    yield Step(
        11, "A rule changes", "Compliance writes a new disclaimer, sees which public pages would lack it, and chooses: at the "
        "next review, or at once.",
        "Open the disclaimers", "compliance", reverse("desk-rules"),
    )  # fmt: skip
    yield Step(
        12, "A key of which the site has no copy", "A passkey on a phone or computer can sign in place of the secret, and "
        "PostgreSQL verifies it. Begin as the officer: add one, and let the demo’s root key certify it. On a real site the "
        "operator keeps that key away from the site.",
        "Open the officer’s signing keys", "compliance", reverse("desk-keys"),
        done=has_certified_passkey("compliance", "compliance officer"),
    )  # fmt: skip
    yield Step(
        13, "A reviewer signs with a passkey", "Add one as the reviewer; then take step 12 again, where the officer, who met "
        "her and compared its fingerprint, certifies it. Then start the tour again: step 3 offers “Sign with your passkey”.",
        "Open the reviewer’s signing keys", "reviewer", reverse("desk-keys"),
        done=has_certified_passkey("reviewer", "reviewer"),
    )  # fmt: skip
