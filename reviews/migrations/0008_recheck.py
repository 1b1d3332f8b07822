from django.db import migrations, models

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0007_tiers"), ("articles", "0009_max_age")]
    operations = [
        run_sql_file("reviews/sql/0010_recheck.sql"),
        migrations.CreateModel(
            name="Recheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(help_text="What it was checked against. Stays inside.")),
            ],
            options={
                "db_table": "reviews_recheck",
                "verbose_name": "re-check",
                "ordering": ["-id"],
                "permissions": [("recheck", "Can say that a statement is still true")],
                "abstract": False,
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
    ]
