from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cms", "0002_ledger")]
    operations = [run_sql_file("cms/sql/0003_tree.sql")]
