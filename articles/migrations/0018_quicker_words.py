from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_apostrophes")]
    operations = [run_sql_file("articles/sql/0018_quicker_words.sql")]
