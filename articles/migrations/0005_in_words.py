from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_address_constraint")]
    operations = [run_sql_file("articles/sql/0006_in_words.sql")]
