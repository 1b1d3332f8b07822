from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_readings")]
    operations = [
        run_sql_file("articles/sql/0014_public_address.sql"),
        migrations.DeleteModel(name="LiveHelp"),
        migrations.DeleteModel(name="LiveNotice"),
    ]
