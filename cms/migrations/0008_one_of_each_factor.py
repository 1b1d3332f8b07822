from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cms", "0007_tries"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [run_sql_file("cms/sql/0007_one_of_each_factor.sql")]
