from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cms", "0006_checkpoint_note")]
    operations = [run_sql_file("cms/sql/0006_tries.sql")]
