from django.db import migrations, models

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0006_verdict_index")]
    operations = [
        run_sql_file("reviews/sql/0009_tiers.sql"),
        migrations.CreateModel(
            name="ChosenTier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("called_for", models.TextField(help_text="The policy that its text called for then.")),
                ("policy", models.TextField()),
                ("at", models.DateTimeField()),
                ("reason", models.TextField()),
            ],
            options={
                "db_table": "reviews_chosentier",
                "ordering": ["-id"],
                "permissions": [("choose_tier", "Can choose the tier of an article")],
                "abstract": False,
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
    ]
