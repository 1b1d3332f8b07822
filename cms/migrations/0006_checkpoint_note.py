from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cms", "0005_entry_of")]
    operations = [run_sql_file("cms/sql/0005_checkpoint_note.sql")]
