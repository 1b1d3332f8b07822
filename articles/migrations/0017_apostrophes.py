from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_no_control_signs")]
    operations = [run_sql_file("articles/sql/0017_apostrophes.sql")]
