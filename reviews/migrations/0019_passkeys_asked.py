from django.db import migrations, models

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0018_typed_parts")]
    operations = [
        run_sql_file("reviews/sql/0021_passkeys_asked.sql"),
        migrations.CreateModel(
            name="PasskeysAsked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("origin", models.TextField()),
                ("reason", models.TextField()),
            ],
            options={
                "verbose_name": "request for passkeys",
                "verbose_name_plural": "requests for passkeys",
                "db_table": "reviews_passkeysasked",
                "ordering": ["-id"],
                "abstract": False,
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
    ]
