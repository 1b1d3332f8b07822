from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_statement_rule")]
    operations = [
        run_sql_file("articles/sql/0015_no_search.sql"),
        migrations.RemoveField("edition", "search"),
    ]
