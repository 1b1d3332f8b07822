#!/usr/bin/env python
"""Signed Leaf's commands. `manage.py help` lists them."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    from django.core.management import execute_from_command_line
    from django.db import InterfaceError, OperationalError

    from cms.postgresql.errors import explain

    try:
        execute_from_command_line(sys.argv)
    except (OperationalError, InterfaceError) as error:
        sys.exit(explain(error) or f"PostgreSQL failed: {error}")


if __name__ == "__main__":
    main()
