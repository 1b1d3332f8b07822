from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_in_words")]
    operations = [run_sql_file("articles/sql/0007_readable.sql")]
