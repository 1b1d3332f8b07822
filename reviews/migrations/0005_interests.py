from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0004_in_words"), ("articles", "0006_readable")]
    operations = [run_sql_file("reviews/sql/0007_interests.sql")]
