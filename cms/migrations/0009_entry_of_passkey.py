from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cms", "0008_one_of_each_factor")]
    operations = [run_sql_file("cms/sql/0008_entry_of_passkey.sql")]
