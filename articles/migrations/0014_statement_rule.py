from django.db import migrations


class Migration(migrations.Migration):
    """What the model is: a rule. Its table keeps its name."""

    dependencies = [("articles", "0013_public_address")]
    operations = [
        migrations.RenameModel("Statement", "StatementRule"),
        migrations.AlterModelOptions(
            "statementrule",
            {
                "ordering": ["slug", "-version"],
                "verbose_name": "rule for a statement",
                "verbose_name_plural": "rules for statements",
                "abstract": False,
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
    ]
