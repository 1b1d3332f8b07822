from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0005_interests"), ("articles", "0008_rulebook")]
    operations = [run_sql_file("reviews/sql/0008_verdict_index.sql")]
