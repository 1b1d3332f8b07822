from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_no_search")]
    operations = [run_sql_file("articles/sql/0016_no_control_signs.sql")]
