"""The project's own data: topics, disclaimers and statements with their rules, words of fixes.

Loaded by every set-up; evidence after that.
"""

import json
from datetime import timedelta
from pathlib import Path

from psycopg.types.json import Jsonb

FOLDER = Path(__file__).parent


def read(name, folder=FOLDER):
    """The data file `name`, as Python's own types."""
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def load(connection):
    """Load what is not there yet. A version that is there never changes."""
    with connection.cursor() as cursor:
        for topic in read("topics"):
            cursor.execute(
                "insert into articles_topic (slug, name) values (%(slug)s, %(name)s)"
                " on conflict (slug) do update set name = excluded.name where articles_topic.name <> excluded.name",
                topic,
            )
        for position, disclaimer in enumerate(read("disclaimers"), start=1):
            adopt(cursor, "articles_disclaimer", ["code", "version"], disclaimer | {"position": position})
        for statement in read("statements"):
            rule = {key: statement[key] for key in [
                "slug", "name", "placement", "fallback", "always", "topics", "words", "flags", "designs", "source", "note",
            ]}  # fmt: skip
            days = statement.get("max_age_days")
            rule |= {"version": statement.get("version", 1), "max_age": days and f"{24 * days} hours"}
            adopt(cursor, "articles_statement", ["slug", "version"], rule)
        for words in read("fix_words"):
            adopt(cursor, "articles_fixword", ["code", "version"], words)


def adopt(cursor, table, key, row, new=None):
    """Add `row` to `table` unless its key is there. The first version that comes here binds every page from the start.
    What is added holds `new` too, where `row` says nothing of that.

    Once compliance adopted a version at the desk, what it said stands: no file adds another over it. Raises ValueError when
    the same version says something else: a change needs a new version.
    """
    if table in BINDING and adopted_at_the_desk(cursor, table, key[0], row[key[0]]):
        return
    fields = [field for field in row if field not in key]
    columns = ", ".join(f'"{field}"' for field in fields)
    row = {field: Jsonb(value) if isinstance(value, dict) else value for field, value in row.items()}
    where = " and ".join(f'"{field}" = %({field})s' for field in key)
    cursor.execute(f"select {columns} from {table} where {where}", row)  # noqa: S608 (names from our own data files)
    known = cursor.fetchone()
    if known is None:
        row = (new or {}) | row
        cursor.execute(f'select from {table} where "{key[0]}" = %({key[0]})s', row)
        first = cursor.fetchone() is None
        binding = {"binding_at": "clock_timestamp()"} if first and table in BINDING else {}
        names = ", ".join([*(f'"{field}"' for field in row), *binding])
        values = ", ".join([*(f"%({field})s" for field in row), *binding.values()])
        cursor.execute(f"insert into {table} ({names}) values ({values})", row)  # noqa: S608 (as above)
    elif changed := [
        f for f, was in zip(fields, known, strict=True) if not same(was, row[f]) and f not in {"position", *INTERVALS}
    ]:
        raise ValueError(f"{table}: {[row[k] for k in key]} differs in {changed}. Give the change a new version.")


def adopted_at_the_desk(cursor, table, key, name):
    """Whether an officer adopted any version of this rule."""
    question = f"select 1 from {table} where {key} = %s and adopted_by_id is not null limit 1"  # noqa: S608 (as above)
    cursor.execute(question, [name])
    return cursor.fetchone() is not None


def same(kept, value):
    """Whether the database keeps `value` so; a document comes as its text, and hours are given as one."""
    if isinstance(kept, timedelta):
        return f"{kept // timedelta(hours=1)} hours" == value
    return json.loads(kept) == value.obj if isinstance(value, Jsonb) else kept == value


BINDING = {"articles_disclaimer", "articles_statement"}
INTERVALS = {"review_after", "ends_after"}
