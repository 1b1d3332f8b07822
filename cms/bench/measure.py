"""What readers wait for, asked by wrk of the running site: with few articles and with many, in turns."""

import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
DIFFERENT = 500  # articles that readers ask for, drawn from all


@dataclass(frozen=True)
class Site:
    """A running site: how many articles it has, and where it answers."""

    size: int
    url: str


@dataclass(frozen=True)
class Result:
    """What wrk measured once: requests per second, and half of all requests took at most `p50` milliseconds."""

    rate: float
    p50: float
    p99: float


def database_of(size):
    """The environment of a process that works on the database with `size` articles."""
    return os.environ | {"LEAF_DEMO": "1", "LEAF_EMBEDDED_DATABASE": f"signed_leaf_bench_{size}"}


@contextmanager
def running(size, **environment):
    """The site on the database with `size` articles, as gunicorn serves it with two processes.

    Each has a socket of its own: where they share one, often one of them takes all connections of a round.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(  # noqa: S603 (our own interpreter)
        [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "2",
         "--reuse-port", "--log-level", "warning", "cms.wsgi"],
        cwd=ROOT,
        env=database_of(size) | {"DJANGO_SETTINGS_MODULE": "cms.bench.settings"} | environment,
    )  # fmt: skip
    try:
        _wait_for(f"http://127.0.0.1:{port}/robots.txt")
        yield Site(size, f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def _wait_for(url, seconds=60):
    end = time.monotonic() + seconds
    while True:
        try:
            urlopen(url).close()  # noqa: S310 (http, to this machine)
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def wrk(url, paths, *, connections, seconds):
    """Ask `url` for `paths` in turn, over that many connections at once. Raises RuntimeError if an answer was an error."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(paths))
        file.flush()
        said = subprocess.run(  # noqa: S603
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", HERE / "paths.lua", url, "--", file.name],  # noqa: S607
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    requests, duration, p50, p99, errors = map(int, re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", said).groups())
    if errors or not requests:
        raise RuntimeError(f"{url}{paths[0]}: {errors} errors in {requests} answers.\n{said}")
    return Result(requests / duration * 1e6, p50 / 1000, p99 / 1000)


def in_turns(questions, *, rounds, connections, seconds):
    """Each of `questions` ({name: (url, paths)}) measured `rounds` times, in turns: {name: medians as a Result}."""
    found = {name: [] for name in questions}
    for _ in range(rounds):
        for name, (url, paths) in questions.items():
            found[name].append(wrk(url, paths, connections=connections, seconds=seconds))
    return {
        name: Result(*(statistics.median(getattr(one, field) for one in each) for field in ("rate", "p50", "p99")))
        for name, each in found.items()
    }
