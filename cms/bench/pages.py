"""Which pages are asked for, and the bare view's bytes: asked of a database by its name, in a process of another one."""

import random
from urllib.request import urlopen

import psycopg

from cms.bench.generate import RARE, address, is_long
from cms.bench.measure import DIFFERENT
from cms.postgresql.setup import server


def pages(size):
    """What is asked for among `size` articles: {name: paths}. Lists at their beginning and nine tenths down."""
    chance = random.Random(size)  # noqa: S311 (the same each time)
    long = [number for number in range(size) if is_long(number)]
    articles = [f"/articles/{address(number)}/" for number in chance.sample(long, min(DIFFERENT, len(long)))]
    with psycopg.connect(_urls(size)["owner"]) as connection:
        deep = {topic: _key(connection, topic) for topic in ("", "anxiety")}
    return {
        "article": articles[:100],
        "article, the signed bytes (edition.json)": [f"{path}edition.json" for path in articles],
        "newest list": ["/"],
        "deep page of the list": [f"/?before={deep['']}"],
        "topic page": ["/topics/anxiety/"],
        "deep page of the topic": [f"/topics/anxiety/?before={deep['anxiety']}"],
        "rare topic": [f"/topics/{RARE}/"],
    }


def put_bare(size, url):
    """Let the bare view have the bytes of `url`, by a key, which is returned. A session's row: the plainest table there is."""
    with urlopen(url) as response:  # noqa: S310 (http, to this machine)
        html = response.read().decode()
    key = "bench-page"
    with psycopg.connect(_urls(size)["app"]) as connection:
        connection.execute(
            "insert into django_session (session_key, session_data, expire_date) values (%s, %s, now() + interval '1 day')"
            " on conflict (session_key) do update set session_data = excluded.session_data",
            [key, html],
        )
    return key


def _urls(size):
    return server("site").urls(f"signed_leaf_bench_{size}")


def _key(connection, topic):
    """The key of the list's page that lies nine tenths down."""
    count = connection.execute("select count(*) from articles_listing where topic = %s", [topic]).fetchone()[0]
    starts_at, pk = connection.execute(
        "select extract(epoch from starts_at) * 1000000, publication_id from articles_listing where topic = %s"
        " order by starts_at desc, publication_id desc offset %s limit 1",
        [topic, count * 9 // 10],
    ).fetchone()
    return f"{int(starts_at):x}-{pk:x}"
