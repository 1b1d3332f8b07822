"""What the gate made of drafts, and the rules that it asks: to look at."""

from django.contrib import admin

from articles.article import Topic
from articles.disclaimers import Disclaimer, StatementRule
from articles.edition import Edition
from articles.fix import Fix
from articles.hidden_row import HiddenRow
from articles.publication import Publication, TakeDown
from cms.admin import EvidenceAdmin


@admin.register(Topic)
class TopicAdmin(EvidenceAdmin):
    """Topics decide who may sign and what must be carried: the set-up writes them."""

    list_display = ["name", "slug"]


@admin.register(Edition)
class EditionAdmin(EvidenceAdmin):
    texts = ["content"]
    list_display = ["title", "number", "kind", "submitted_at", "submitted_by", "fingerprint"]
    list_filter = ["kind"]
    list_select_related = ["submitted_by"]
    search_fields = ["title", "slug"]


@admin.register(Publication)
class PublicationAdmin(EvidenceAdmin):
    list_display = ["edition", "starts_at", "ends_at", "published_by", "published_at"]
    list_select_related = ["edition", "published_by"]
    search_fields = ["edition__title", "edition__slug"]


@admin.register(TakeDown)
class TakeDownAdmin(EvidenceAdmin):
    list_display = ["article", "kind", "by", "at", "reason"]
    list_filter = ["kind"]
    list_select_related = ["article", "by"]
    search_fields = ["article__title", "reason"]


@admin.register(Fix)
class FixAdmin(EvidenceAdmin):
    list_display = ["edition", "of", "root", "words_changed", "words_of_root", "by", "at", "reason"]
    list_select_related = ["edition", "of", "root", "by"]
    search_fields = ["edition__title", "reason"]


@admin.register(HiddenRow)
class HiddenRowAdmin(EvidenceAdmin):
    list_display = ["edition", "contact", "by", "at", "reason"]
    list_select_related = ["edition", "by"]
    search_fields = ["edition__title", "reason"]


@admin.register(Disclaimer)
class DisclaimerAdmin(EvidenceAdmin):
    list_display = ["code", "version", "name", "placement", "always", "adopted_at", "adopted_by"]
    list_select_related = ["adopted_by"]
    search_fields = ["code", "name", "short", "full"]


@admin.register(StatementRule)
class StatementRuleAdmin(EvidenceAdmin):
    list_display = ["slug", "version", "name", "placement", "always", "max_age", "adopted_at", "adopted_by"]
    list_select_related = ["adopted_by"]
    search_fields = ["slug", "name"]
