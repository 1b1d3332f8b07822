from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_funding"), ("reviews", "0005_interests")]
    operations = [run_sql_file("articles/sql/0009_rulebook.sql")]
