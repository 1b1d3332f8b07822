from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_basis"), ("articles", "0005_in_words")]
    operations = [run_sql_file("reviews/sql/0006_in_words.sql")]
