from django.db import migrations, models

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_rulebook")]
    operations = [
        run_sql_file("articles/sql/0010_max_age.sql"),
        migrations.CreateModel(
            name="HiddenRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.BinaryField()),
                ("contact", models.IntegerField(help_text="Its place in the edition's list, from 1.")),
                ("at", models.DateTimeField()),
                ("reason", models.TextField()),
            ],
            options={
                "db_table": "articles_hiddenrow",
                "ordering": ["-id"],
                "abstract": False,
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
    ]
