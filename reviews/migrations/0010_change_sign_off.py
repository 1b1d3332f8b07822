from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0009_notice"), ("articles", "0010_fixes")]
    operations = [run_sql_file("reviews/sql/0012_change_sign_off.sql")]
