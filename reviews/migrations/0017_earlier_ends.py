from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("reviews", "0016_reviewer_page")]
    operations = [
        run_sql_file("reviews/sql/0019_earlier_ends.sql"),
        migrations.AlterModelOptions(
            name="passkeyend", options={"default_permissions": ["view"], "managed": False, "ordering": ["-id"]}
        ),
    ]
