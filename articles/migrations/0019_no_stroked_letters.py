from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_quicker_words")]
    operations = [run_sql_file("articles/sql/0019_no_stroked_letters.sql")]
