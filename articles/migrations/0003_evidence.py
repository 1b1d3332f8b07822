from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_drafts"), ("cms", "0002_ledger")]
    operations = [
        run_sql_file("articles/sql/0001_text.sql"),
        run_sql_file("articles/sql/0002_draft_save.sql"),
        run_sql_file("articles/sql/0003_disclaimer.sql"),
        run_sql_file("articles/sql/0004_edition.sql"),
        run_sql_file("articles/sql/0005_publication.sql"),
    ]
