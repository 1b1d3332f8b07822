from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cms", "0004_checkpoint")]
    operations = [run_sql_file("cms/sql/0004_entry_of.sql")]
