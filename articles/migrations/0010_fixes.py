from django.db import migrations, models

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_max_age"), ("reviews", "0008_recheck")]
    operations = [
        run_sql_file("articles/sql/0011_fixes.sql"),
        migrations.CreateModel(
            name="Fix",
            fields=[
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=models.PROTECT, primary_key=True, related_name="fix", serialize=False,
                        to="articles.edition",
                    ),
                ),
                ("words_changed", models.IntegerField(help_text="Changed, added or removed since the root.")),
                ("words_of_root", models.IntegerField()),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(help_text="What was fixed. Stays inside.")),
            ],
            options={
                "verbose_name_plural": "fixes",
                "db_table": "articles_fix",
                "ordering": ["-edition_id"],
                "abstract": False,
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
    ]
