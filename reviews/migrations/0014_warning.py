from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0013_no_control_signs")]
    operations = [run_sql_file("reviews/sql/0016_warning.sql")]
