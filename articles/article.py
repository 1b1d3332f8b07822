"""Articles: the lasting identity and address of a piece, with its one working draft, and every saved draft of it."""

import json
from dataclasses import dataclass

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.core.validators import MinValueValidator, RegexValidator
from django.db import connection, models, transaction
from django_prose_editor.fields import ProseEditorField
from reversion import revisions as reversion
from reversion.models import Revision, Version

from articles.vocabulary import EXTENSIONS, one_line, plain, sanitise
from cms.evidence import Evidence
from cms.refusals import refusals_explained

DESIGNS = [
    "randomised trial", "systematic review", "narrative review", "guideline", "survey", "observational study", "registry",
    "case report", "laboratory", "animal", "preprint", "web page", "other",
]  # fmt: skip
# PostgreSQL checks the same shapes (`reference_fits`): a draft that was written round the forms has them too.
PLAIN_SIGNS = RegexValidator(
    "^[A-Za-z0-9 .,:;()/&+\u2010-\u2013-]*\\Z", "Letters, digits and plain signs only, like 12(3) or 963-977."
)


class Topic(models.Model):
    """What a text is about. Topics decide which disclaimers, which policy and whose specialties are asked for."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name"]
        default_permissions = ["view"]

    def __str__(self):
        return self.name


class Article(models.Model):
    """One piece and its working draft: the only text that ever changes. Readers never see it; they see editions."""

    KINDS = {"article": "article", "statement": "statement"}

    kind = models.CharField(max_length=10, choices=KINDS, default="article", editable=False)
    slug = models.SlugField(
        "address",
        max_length=100,
        db_index=False,
        validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*\Z", "Small letters, digits and single hyphens only.")],
        help_text="The last part of the page's address: small letters, digits and hyphens. It is reviewed with the text.",
    )
    title = models.CharField(max_length=200, help_text="Promise nothing that the text does not prove.")
    title_is_proposed = models.BooleanField(
        "the title is a proposal", default=False, help_text="Set by the import. Untick it once the title is yours."
    )
    summary = models.TextField(
        blank=True, help_text="Two or three sentences. Readers see them first, and lists show them."
    )
    key_points = ArrayField(
        models.TextField(),
        default=list,
        blank=True,
        help_text="Three to five, one a line. What a reader should take away.",
    )
    body = ProseEditorField(
        extensions=EXTENSIONS,
        sanitize=sanitise,
        blank=True,
        help_text="Cite a reference by its key: [@smith2022], or [@smith2022; @yang2023] for several.",
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    funding = models.TextField(blank=True, help_text="Who paid for this page. Leave empty if no company did.")
    uses_ai_tools = models.BooleanField(
        "AI tools were used", default=False, help_text="Tick if any part was prepared with them; readers are told."
    )
    language = models.CharField(max_length=10, default="en", editable=False)
    contacts = models.JSONField(default=list, blank=True, editable=False)
    source_digest = models.CharField(max_length=64, unique=True, null=True, editable=False)
    row_lock = models.SmallIntegerField(
        default=0, editable=False, help_text="Never written: acts lock the row through it."
    )

    class Meta:
        permissions = [
            ("submit", "Can submit a draft for review"),
            ("publish", "Can publish a signed edition"),
            ("take_down", "Can take a page down"),
        ]
        default_permissions = ["add", "change", "view"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="one_article_per_address"),
            models.UniqueConstraint(fields=["id", "kind"], name="article_kind"),
            models.CheckConstraint(condition=models.Q(kind__in=["article", "statement"]), name="known_kind"),
        ]

    def __str__(self):
        return self.title

    def document(self):
        """The draft as an edition would freeze it: a dict in the shape of edition.json, without what freezing adds."""
        return json.loads(_of_draft("draft_document", self.pk))

    def digest(self):
        """SHA-256 of that document: what was seen, when somebody says that they saw this draft."""
        return bytes(_of_draft("draft_digest", self.pk))

    def saved_drafts(self):
        """Every saved draft of this article, newest first, as django-reversion keeps them."""
        return Version.objects.get_for_object(self).select_related("revision__user")


class Byline(models.Model):
    """Who wrote the article, as readers see it. Nobody in the byline may sign it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="one_byline_per_person")]

    def __str__(self):
        return str(self.person)


class Reference(models.Model):
    """One source, in fields: what was not seen stays empty. Cited in the text by its key."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="references")
    position = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(
        max_length=60,
        validators=[RegexValidator(r"^[a-z0-9-]+\Z", "Small letters, digits and hyphens only.")],
        help_text="Cited in the text as [@key].",
    )
    authors = models.TextField(blank=True)
    title = models.TextField(blank=True, help_text="As the source gives it. What you did not see stays empty.")
    journal = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MinValueValidator(1500)])
    volume = models.CharField("volume (issue)", max_length=50, blank=True, validators=[PLAIN_SIGNS])
    pages = models.CharField(max_length=50, blank=True, validators=[PLAIN_SIGNS])
    doi = models.CharField(
        "DOI",
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^10\.[0-9]{4,9}/[!#-;=?-~]+\Z", "A DOI looks like 10.1000/xyz123.")],
    )
    pmid = models.CharField(
        "PMID", max_length=10, blank=True, validators=[RegexValidator(r"^[0-9]+\Z", "Digits only.")]
    )
    pmcid = models.CharField(
        "PMCID", max_length=15, blank=True, validators=[RegexValidator(r"^PMC[0-9]{1,12}\Z", "PMC and digits.")]
    )
    url = models.URLField(
        "URL", max_length=500, blank=True,
        validators=[RegexValidator(r'^https?://[^\s<>"]+\Z', "An address begins with https:// or http:// and has no spaces.")],
    )  # fmt: skip
    accessed_on = models.DateField(null=True, blank=True)
    design = models.CharField(
        "study design", max_length=30, choices=[(d, d) for d in DESIGNS], default="other",
        help_text="Some designs ask for a sentence beside the reference: a survey cannot show cause.",
    )  # fmt: skip

    class Meta:
        ordering = ["position", "id"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="one_reference_per_key")]

    def __str__(self):
        return self.key


class DraftSave(Evidence):
    """Who changed which draft in which transaction: written by the database, so that no contributor is forgotten."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="draft_saves")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "articles_draftsave"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.person}, {self.at}"


class State(Evidence):
    """Where an article stands: a question the database answers anew each time, never a stored value."""

    NAMES = [
        "draft", "in review", "changes requested", "refused", "signed", "scheduled", "published",
        "published with a newer draft", "published with a newer fix", "review due", "too old", "ended", "revoked", "taken down",
        "retracted",
    ]  # fmt: skip

    article = models.OneToOneField(Article, models.DO_NOTHING, primary_key=True, related_name="state")
    edition_id = models.BigIntegerField(null=True)
    public_edition_id = models.BigIntegerField(null=True)
    fix_id = models.BigIntegerField(null=True, help_text="A fix of what was published last, not published itself yet.")
    state = models.TextField()
    changed_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "articles_state"
        default_permissions = []

    def __str__(self):
        return self.state


def _of_draft(question, article_id):
    with connection.cursor() as cursor:
        cursor.execute(f"select gate.{question}(%s)", [article_id])
        answer = cursor.fetchone()[0]
    return answer


NOBODY_PAID = "No company paid for this page."

# What of an article's row a draft is made of: all that is ever changed, and what the application's role may change.
TEXT_FIELDS = [
    "slug", "title", "title_is_proposed", "summary", "key_points", "body", "funding", "uses_ai_tools", "contacts",
]  # fmt: skip


# Saving ---------------------------------------------------------------------------------------------------------------


def name_the_saver(person):
    """Tell the database who changes drafts in this transaction. Without it every change of a draft is refused."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('signed_leaf.person', %s, true)", [str(person.pk)])


def keep_saved_draft(article, *, by, comment=""):
    """Keep the draft as it now stands, with what belongs to it, as a saved draft of `by`."""
    with reversion.create_revision(manage_manually=True):
        reversion.set_user(by)
        reversion.set_comment(comment)
        reversion.add_to_revision(article)


def save_draft(article, *, by, comment="", topics=None, references=None, bylines=None):
    """Save the draft of `article` (new or known) as `by`, and keep it as a saved draft. Returns the article.

    `topics`: list of Topic; `references`: list of unsaved Reference, in their order; `bylines`: list of Person, in their
    order. None leaves them as they are. The text is sanitised. Saving without a change keeps nothing.
    """
    if not by.has_perm("articles.change_article" if article.pk else "articles.add_article"):
        raise PermissionDenied
    with refusals_explained():
        name_the_saver(by)
        before = _as_it_stands(article)
        tidy(article)
        article.save(update_fields=TEXT_FIELDS if article.pk else None)
        if topics is not None:
            article.topics.set(topics)
        if references is not None:
            _replace(article.references, [tidy_reference(reference) for reference in references])
        if bylines is not None:
            _replace(article.bylines, [Byline(person=person) for person in bylines])
        if _as_it_stands(article) != before:
            keep_saved_draft(article, by=by, comment=comment)
        name_nobody()
    return article


def _as_it_stands(article):
    """All that a saved draft keeps, to be compared; None for a new article. Holds the row: others who save wait."""
    if not article.pk:
        return None
    held = Article.objects.select_for_update(no_key=True).values_list("title_is_proposed", flat=True)
    return held.get(pk=article.pk), article.digest()


def name_nobody():
    """End what `name_the_saver` began, for transactions that go on."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('signed_leaf.person', '', true)")


def tidy(article):
    """Sanitise the body and take invisible characters out of the other texts."""
    article.body = sanitise(article.body)
    article.title = one_line(article.title)
    article.summary = plain(article.summary).strip()
    article.funding = plain(article.funding).strip()
    article.key_points = [one_line(point) for point in article.key_points if point.strip()]


def tidy_reference(reference):
    """Take invisible characters out of every text of `reference`, and return it."""
    for field in Reference._meta.concrete_fields:
        value = getattr(reference, field.attname)
        if isinstance(value, str):
            setattr(reference, field.attname, plain(value).strip())
    return reference


def _replace(related, rows):
    related.all().delete()
    for position, row in enumerate(rows):
        row.pk, row.position = None, position
        row.article = related.instance
        row.save()


# Saved drafts -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SavedDraft:
    """One saved draft, read from what django-reversion kept. Reading it changes nothing."""

    revision: Revision
    fields: dict
    topics: list
    references: list
    bylines: list


def saved_draft(article, revision_id):
    """The saved draft of `article` kept as this revision. Raises Version.DoesNotExist for one of another article."""
    version = article.saved_drafts().get(revision_id=revision_id)
    kept = version.field_dict
    return SavedDraft(
        revision=version.revision,
        fields={name: kept[name] for name in TEXT_FIELDS if name in kept},
        topics=list(Topic.objects.filter(pk__in=kept.get("topics", []))),
        references=_kept(Reference, article, revision_id),
        bylines=_kept(Byline, article, revision_id),
    )


def _kept(model, article, revision_id):
    rows = [
        model(**{name: value for name, value in version.field_dict.items() if name != "id"})
        for version in Version.objects.get_for_model(model).filter(revision_id=revision_id)
    ]
    return sorted((row for row in rows if row.article_id == article.pk), key=lambda row: row.position)


@transaction.atomic
def restore(article, revision_id, *, by):
    """Make a saved draft the working draft again, as a new save by `by`. Nothing that was kept is lost or changed."""
    kept = saved_draft(article, revision_id)
    for name, value in kept.fields.items():
        setattr(article, name, value)
    return save_draft(
        article,
        by=by,
        comment=f"Restored the draft of {kept.revision.date_created:%d %B %Y, %H:%M:%S} UTC",
        topics=kept.topics,
        references=kept.references,
        bylines=[byline.person for byline in kept.bylines],
    )


reversion.register(Byline)
reversion.register(Reference)
reversion.register(Article, follow=["references", "bylines"], exclude=["row_lock"])
