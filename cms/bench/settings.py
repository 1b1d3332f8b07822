"""The site's own settings, and beside its addresses the bare view that it is compared with."""

from cms.settings import *  # noqa: F403

ROOT_URLCONF = "cms.bench.urls"
