from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cms", "0001_initial")]
    operations = [run_sql_file("cms/sql/0001_canonical.sql"), run_sql_file("cms/sql/0002_ledger.sql")]
