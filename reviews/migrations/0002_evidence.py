from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial"), ("articles", "0003_evidence")]
    operations = [
        run_sql_file("reviews/sql/0001_policy.sql"),
        run_sql_file("reviews/sql/0002_credential.sql"),
        run_sql_file("reviews/sql/0003_sign_off.sql"),
        run_sql_file("reviews/sql/0004_verdict.sql"),
    ]
