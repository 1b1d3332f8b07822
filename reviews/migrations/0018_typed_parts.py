from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0017_earlier_ends")]
    operations = [run_sql_file("reviews/sql/0020_typed_parts.sql")]
