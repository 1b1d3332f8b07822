from django.core.validators import RegexValidator
from django.db import migrations, models

from cms.migrations_sql import run_sql_file

PLAIN_SIGNS = RegexValidator(
    "^[A-Za-z0-9 .,:;()/&+\u2010-\u2013-]*\\Z", "Letters, digits and plain signs only, like 12(3) or 963-977."
)
DOI = RegexValidator(r"^10\.[0-9]{4,9}/[!#-;=?-~]+\Z", "A DOI looks like 10.1000/xyz123.")
PMCID = RegexValidator(r"^PMC[0-9]{1,12}\Z", "PMC and digits.")
PMID = RegexValidator(r"^[0-9]+\Z", "Digits only.")
ADDRESS = RegexValidator(r'^https?://[^\s<>"]+\Z', "An address begins with https:// or http:// and has no spaces.")


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_adoption")]
    operations = [
        run_sql_file("articles/sql/0013_readings.sql"),
        *(
            migrations.AlterField("reference", name, field)
            for name, field in {
                "volume": models.CharField("volume (issue)", max_length=50, blank=True, validators=[PLAIN_SIGNS]),
                "pages": models.CharField(max_length=50, blank=True, validators=[PLAIN_SIGNS]),
                "doi": models.CharField("DOI", max_length=200, blank=True, validators=[DOI]),
                "pmid": models.CharField("PMID", max_length=10, blank=True, validators=[PMID]),
                "pmcid": models.CharField("PMCID", max_length=15, blank=True, validators=[PMCID]),
                "url": models.URLField("URL", max_length=500, blank=True, validators=[ADDRESS]),
            }.items()
        ),
    ]
