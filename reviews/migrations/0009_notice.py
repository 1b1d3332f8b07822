from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

from cms.migrations_sql import run_sql_file

KEY = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def options(table, **others):
    return {
        "db_table": table, "ordering": ["-id"], "abstract": False, "managed": False, "default_permissions": ["view"],
    } | others  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("reviews", "0008_recheck")]
    operations = [
        run_sql_file("reviews/sql/0011_notice.sql"),
        migrations.CreateModel(
            name="Notice",
            fields=[
                KEY,
                ("content", models.BinaryField()),
                ("drafted_at", models.DateTimeField()),
                ("digest", models.BinaryField()),
                ("text", models.TextField()),
                ("source", models.TextField()),
                ("everywhere", models.BooleanField()),
                ("topics", ArrayField(models.TextField())),
                ("articles", ArrayField(models.BigIntegerField())),
            ],
            options=options(
                "reviews_notice",
                verbose_name="safety notice",
                permissions=[("draft_notice", "Can write a safety notice")],
            ),
        ),
        migrations.CreateModel(
            name="NoticeSignature",
            fields=[
                KEY,
                ("digest", models.BinaryField()),
                ("reviewer_name", models.TextField()),
                ("profession", models.TextField()),
                ("qualification", models.TextField()),
                ("signed_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
            ],
            options=options("reviews_noticesignature"),
        ),
        migrations.CreateModel(
            name="NoticePublication",
            fields=[
                KEY,
                ("digest", models.BinaryField()),
                ("ends_at", models.DateTimeField()),
                ("published_at", models.DateTimeField()),
            ],
            options=options("reviews_noticepublication"),
        ),
        migrations.CreateModel(
            name="NoticeEnd",
            fields=[KEY, ("at", models.DateTimeField()), ("reason", models.TextField())],
            options=options("reviews_noticeend"),
        ),
    ]
