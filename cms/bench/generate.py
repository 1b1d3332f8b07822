"""Many articles, each drafted, submitted, signed and published by the acts that people's clicks call."""

import json
import random
from itertools import islice
from pathlib import Path

from django.db import connection, transaction

from articles.article import Article
from cms.demo.people import SECRET
from cms.demo.walk import make_people, sign_statements
from cms.people import Person
from reviews.credential import proof

AT_A_TIME = 50  # articles in a transaction
TEXTS = json.loads((Path(__file__).parent.parent / "demo" / "articles.json").read_text(encoding="utf-8"))
COMMON = ["anxiety", "interactions", "dependence", "safety", "liver", "pharmacology", "ptsd", "depression"]
RARE = "history"  # on two articles in a hundred, a long one and a short one
LONG = 10  # one article in ten is as long as the demo's; the others are its beginning, or a night would not do
SHORT = 900  # characters of HTML, at least

DRAFT = """
with drafted as (
  insert into articles_article (kind, slug, title, title_is_proposed, summary, key_points, body, funding, uses_ai_tools, language,
                                contacts, row_lock)
  values ('article', %(slug)s, %(title)s, false, %(summary)s, %(key_points)s, %(body)s, %(funding)s, false, 'en', '[]', 0)
  returning id),
topics as (
  insert into articles_article_topics (article_id, topic_id)
  select drafted.id, t.id from drafted, articles_topic t where t.slug = any (%(topics)s)),
bylines as (
  insert into articles_byline (article_id, person_id, position) select id, %(writer)s, 0 from drafted),
sources as (
  insert into articles_reference (article_id, position, key, authors, title, journal, year, volume, pages, doi, pmid, pmcid, url,
                                  accessed_on, design)
  select drafted.id, r.* from drafted, jsonb_to_recordset(%(references)s) as r (position int, key text, authors text, title text,
    journal text, year int, volume text, pages text, doi text, pmid text, pmcid text, url text, accessed_on date, design text))
select id from drafted"""
PUBLISH = """
do $do$
declare
  article bigint := current_setting('bench.article')::bigint;
  edition bigint := act.submit(article, gate.draft_digest(article), current_setting('bench.writer')::bigint);
  signed bytea := (select digest from articles_edition where id = edition);
begin
  perform act.sign_off(edition, signed, current_setting('bench.reviewer')::bigint,
                       decode(current_setting('bench.secret'), 'hex'), 'medical accuracy', 'None');
  if (select cardinality(p.requires) from reviews_policy p join articles_edition e on e.policy_id = p.id
      where e.id = edition) > 1 then
    perform act.sign_off(edition, signed, current_setting('bench.second')::bigint,
                         decode(current_setting('bench.second_secret'), 'hex'), 'second medical review', 'None');
  end if;
  perform act.publish(edition, signed, current_setting('bench.editor')::bigint, null, null);
end $do$"""


def generate(count, progress=lambda rows: rows):
    """See to it that `count` articles are public in the demo's database. `progress` may wrap the numbers of those to make."""
    people = make_people(say=lambda line: None)
    sign_statements(people, say=lambda line: None)
    secrets = {"secret": people["reviewer"], "second_secret": people["second"]}
    settings = {role: person.pk for role, person in people.items()}
    settings |= {name: proof(person, SECRET).hex() for name, person in secrets.items()}
    there = set(Article.objects.filter(kind="article").values_list("slug", flat=True))
    numbers = iter(progress([number for number in range(count) if address(number) not in there]))
    while batch := list(islice(numbers, AT_A_TIME)):
        with transaction.atomic(), connection.cursor() as cursor:
            for name, value in settings.items():
                cursor.execute("select set_config('bench.' || %s, %s, true)", [name, str(value)])
            cursor.execute("select set_config('signed_leaf.person', %s, true)", [str(people["writer"].pk)])
            for number in batch:
                cursor.execute(DRAFT, draft(number, people["writer"]))
                cursor.execute("select set_config('bench.article', %s, true)", [str(cursor.fetchone()[0])])
                cursor.execute(PUBLISH)


def address(number):
    return f"article-{number}"


def is_long(number):
    """Whether the article with this number has a text of full length."""
    return number % LONG == 0


def draft(number, writer: Person):
    """The draft with this number: one of the demo's texts, on topics of its own, at its own address."""
    chance = random.Random(number)  # noqa: S311 (the same articles each time)
    text = TEXTS[number // LONG % 2]
    body = text["body"] if is_long(number) else text["body"][: text["body"].index("</p>", SHORT) + len("</p>")]
    cited = [reference for reference in text["references"] if f"@{reference['key']}" in body]
    topics = [*chance.sample(COMMON, chance.choice([1, 2, 2, 3])), *([RARE] if number % 100 < 2 else [])]
    blank = dict.fromkeys(["journal", "volume", "pages", "doi", "pmid", "pmcid", "url"], "")
    references = [
        blank | {"position": position, "year": None, "accessed_on": None} | reference
        for position, reference in enumerate(cited)
    ]
    return {
        "slug": address(number), "title": f"{text['title']} ({number})", "summary": text["summary"],
        "key_points": text["key_points"], "body": body, "funding": text["funding"], "topics": topics,
        "writer": writer.pk, "references": json.dumps(references),
    }  # fmt: skip
