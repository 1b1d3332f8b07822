"""People: everybody who signs in. They sign in by e-mail, and are deactivated, never deleted."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, Group, Permission, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower


class PersonManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        """Make a person. Without a password nobody can sign in as them until one is set."""
        person = self.model(email=self.normalize_email(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Person(AbstractBaseUser, PermissionsMixin):
    """One human being. What they may do comes from groups; what they may sign comes from verified credentials alone."""

    email = models.EmailField("e-mail", help_text="Used to sign in. Never shown to readers.")
    name = models.CharField(max_length=150, help_text="As it should appear in bylines and in the audit trail.")
    is_active = models.BooleanField(
        "active", default=True, help_text="Unticked, the person cannot sign in. Nobody is deleted."
    )
    is_staff = models.BooleanField("may open the admin", default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_person_per_email")]

    def __str__(self):
        return self.name

    def save(self, *args, **options):
        self.email = self.email.lower()  # as the door looks for it
        super().save(*args, **options)

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name.split()[0] if self.name else self.email


# What each group may do. Verbs are permissions; who is eligible to sign what is decided in the database, not here.
GROUPS = {
    "Writer": [
        "articles.view_article", "articles.add_article", "articles.change_article", "articles.submit",
        "reviews.draft_notice",
    ],
    "Medical reviewer": [
        "articles.view_article", "reviews.sign_off", "reviews.request_changes", "reviews.refuse", "reviews.draft_notice",
    ],
    "Medical lead": [
        "articles.view_article", "reviews.sign_off", "reviews.request_changes", "reviews.refuse", "reviews.overrule",
        "reviews.draft_notice",
    ],
    "Editor": [
        "articles.view_article", "articles.add_article", "articles.change_article", "articles.submit",
        "articles.publish", "articles.take_down", "reviews.choose_tier", "reviews.draft_notice",
    ],
    "Compliance": [
        "articles.view_article", "articles.take_down", "reviews.verify_credential", "reviews.revoke_any",
        "reviews.choose_tier", "reviews.recheck", "reviews.draft_notice", "articles.adopt_rules", "cms.view_entry",
    ],
    "Administrator": [
        "cms.view_person", "cms.add_person", "cms.change_person", "auth.view_group", "cms.view_entry", "articles.view_article",
    ],
}  # fmt: skip


def load_groups(connection):
    """Make the six groups with exactly their permissions. Safe to repeat."""
    for name, verbs in GROUPS.items():
        group, _ = Group.objects.using(connection.alias).get_or_create(name=name)
        wanted = []
        for verb in verbs:
            app, codename = verb.split(".")
            wanted.append(
                Permission.objects.using(connection.alias).get(content_type__app_label=app, codename=codename)
            )
        group.permissions.set(wanted)
