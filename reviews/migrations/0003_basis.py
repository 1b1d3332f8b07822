from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0002_evidence"), ("articles", "0003_evidence")]
    operations = [run_sql_file("reviews/sql/0005_basis.sql")]
