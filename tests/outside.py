"""Outside the site: the operator's machine that signs checkpoints, and strangers who run the checkers on what they kept."""

import argparse
import copy
import importlib.util
import io
import json
import subprocess
import sys

import pytest
from django.core.management import call_command

from articles.publication import publish
from cms import signer
from cms.transparency import publish_checkpoint
from tests.databases import PROJECT
from tests.devices import sign
from tests.keys import jwk
from tests.people import ROOT
from tests.reading import SLUG

ROOT_KEY = jwk(ROOT).decode()
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


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, CHECKERS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def checker():
    return loaded("verify_evidence")


@pytest.fixture
def stranger(client, operator, checker):
    """Somebody with a browser and Python: fetches an edition's bytes and its evidence, keeps them, and checks them."""

    class Stranger:
        def fetch(self, at=f"/articles/{SLUG}"):
            self.edition = client.get(f"{at}/edition.json").content
            self.evidence = client.get(f"{at}/evidence.json").json()
            return self

        def fetch_evidence(self, address=f"/articles/{SLUG}/editions/1/evidence.json"):
            """The evidence alone: the bytes were kept."""
            self.evidence = client.get(address).json()
            return self

        def keep_checkpoint(self, name="kept.txt"):
            return operator.kept(name, client.get("/transparency/checkpoint").content)

        def files(self):
            return [operator.kept("edition.json", self.edition),
                    operator.kept("evidence.json", json.dumps(self.evidence, ensure_ascii=False))]  # fmt: skip

        root_key = None

        def check(self, *options, key=operator.key):
            """What the checker answers, as a process of its own."""
            keys = [*(["--key", key] if key else []), *(["--root-key", self.root_key] if self.root_key else [])]
            return operator.run("verify_evidence.py", *self.files(), *keys, *options)

        def report(self):
            """What the checker says, in this process. Raises Unusable."""
            edition, evidence = self.files()
            given = argparse.Namespace(
                edition=edition,
                evidence=evidence,
                key=operator.key,
                checkpoint=None,
                continued=None,
                root=None,
                root_key=[self.root_key] if self.root_key else [],
                strict=False,
            )
            return checker.check(given)

        def faults(self):
            """What the checker finds wrong, in this process."""
            try:
                return self.report().wrong
            except checker.Unusable as problem:
                return [f"unusable: {problem}"]

    return Stranger()


@pytest.fixture
def checkpoint(operator):
    """Has the ledger as it stands signed, and publishes that."""
    return lambda: publish_checkpoint(operator.sign())


@pytest.fixture
def kept(published, checkpoint, stranger):
    """A stranger has the bytes and the evidence of the public article, all of it covered by a checkpoint."""
    checkpoint()
    return stranger.fetch()


@pytest.fixture
def kept_of_a_passkey(phone, edition, doctor, editor, checkpoint, stranger):
    """A stranger has the bytes and the evidence of a public article that a passkey signed, and the operator's root key."""
    sign(phone, edition, doctor)
    publish(edition, by=editor)
    checkpoint()
    stranger.root_key = ROOT_KEY
    return stranger.fetch()


def says(answer, code, *sentences):
    assert answer.returncode == code, answer.stdout + answer.stderr
    for sentence in sentences:
        assert sentence in answer.stdout + answer.stderr
    return True


def leaves(part, path=()):
    if isinstance(part, dict | list):
        for name, one in part.items() if isinstance(part, dict) else enumerate(part):
            yield from leaves(one, (*path, name))
    else:
        yield path, part


def other(value):
    if value is None or isinstance(value, bool):
        return 1
    if isinstance(value, int):
        return value + 1
    middle = len(value) // 2
    return value[:middle] + ("b" if value[middle : middle + 1] == "a" else "a") + value[middle + 1 :]


def exchanged(evidence, path, value):
    changed = part = copy.deepcopy(evidence)
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return changed
