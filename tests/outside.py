"""Outside the site: the operator's machine that signs checkpoints, and strangers who run the checkers on what they kept."""

import io
import json
import subprocess
import sys

import pytest
from django.core.management import call_command

from cms import signer
from tests.databases import PROJECT

CHECKERS = PROJECT / "cms/static/verify"


def printed(command, *arguments):
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def operator(tmp_path, settings):
    """The operator's own machine: the key, what the signer keeps, and a way to sign and publish the ledger as it stands."""

    class Operator:
        folder = tmp_path
        key = signer.make_key(tmp_path / "key", settings.LEDGER_ORIGIN)

        def sign(self):
            state = tmp_path / "state"
            size = json.loads(state.read_text())["size"] if state.exists() else 0
            new = printed("ledger", "--export", "--from", str(size)).splitlines(keepends=True)
            return signer.sign_next(tmp_path / "key", state, new)

        def kept(self, name, text):
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
            return tmp_path / name

        def check(self, *arguments, key=None):
            return self.run("verify_ledger.py", *arguments, "--key", key or self.key)

        def run(self, checker, *arguments):
            command = [sys.executable, "-I", CHECKERS / checker, *map(str, arguments)]
            return subprocess.run(command, capture_output=True, text=True, timeout=60)

    return Operator()
