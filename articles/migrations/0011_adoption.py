from django.db import migrations

from cms.migrations_sql import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_fixes")]
    operations = [
        run_sql_file("articles/sql/0012_adoption.sql"),
        migrations.AlterModelOptions(
            name="disclaimer",
            options={
                "ordering": ["position", "code", "-version"],
                "permissions": [("adopt_rules", "Can adopt disclaimers and rules for statements")],
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
    ]
