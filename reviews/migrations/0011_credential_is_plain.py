from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0010_change_sign_off")]
    operations = [run_sql_file("reviews/sql/0013_credential_is_plain.sql")]
