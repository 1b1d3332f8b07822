from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0012_passkey"), ("articles", "0016_no_control_signs")]
    operations = [run_sql_file("reviews/sql/0015_no_control_signs.sql")]
