"""Round the screens: no shape of an address, verb, parameter, header or cookie shows what is not public, to anybody."""

import pytest
from django.test import Client
from django.urls import get_resolver

from articles.edition import submit
from cms.people import Person
from tests.conftest import write
from tests.desk import stranger
from tests.people import person
from tests.reading import SLUG, put_up

SECRET_WORDS = ["Nobody signed this title", "nobody signed this sentence"]


@pytest.fixture
def unsigned(published, writer):
    """An edition in review of the article that is public, another that never was public, and a draft."""
    fields = {"title": SECRET_WORDS[0], "body": f"<p>Here {SECRET_WORDS[1]} [@garcia2020].</p>"}
    edition = submit(write(writer, slug="never-public", **fields), by=writer)
    write(writer, slug="a-draft", **fields)
    return edition


def public_addresses(number):
    """Every address of the public site, for every article that there is and some that are not."""
    for slug in (SLUG, "never-public", "a-draft", "never-was"):
        yield from (
            f"/articles/{slug}/", f"/articles/{slug}/edition.json", f"/articles/{slug}/evidence.json",
            f"/articles/{slug}/editions/1/evidence.json", f"/articles/{slug}/editions/{number}/evidence.json",
            f"/articles/{slug}", f"/articles/{slug}/../{slug}/", f"//articles/{slug}/", f"/articles/{slug}/index.html",
            f"/articles/{slug}/.css", f"/articles/{slug}%2F", f"/articles/{slug.upper()}/", f"/articles/{slug};/",
        )  # fmt: skip
    yield from (
        "/",
        "/topics/safety/",
        "/robots.txt",
        "/sitemap.xml",
        "/feed/",
        "/search/?q=nobody",
        "/transparency/checkpoint",
    )


EXTRAS = [
    {}, {"query": "?preview=1&draft=true&status=draft&edition={pk}&number=1&version=latest&working:true&public=false"},
    {"query": "?before=9999999999-1"}, {"query": "?slug=never-public&id={pk}&id=1&id[]=1"},
    {"HTTP_X_ORIGINAL_URL": "/desk/", "HTTP_X_REWRITE_URL": "/admin/", "HTTP_X_HTTP_METHOD_OVERRIDE": "PUT"},
    {"HTTP_X_FORWARDED_HOST": "desk.example.org", "HTTP_X_FORWARDED_FOR": "127.0.0.1", "HTTP_X_PREVIEW": "1"},
    {"HTTP_IF_NONE_MATCH": "*"}, {"HTTP_RANGE": "bytes=0-10"}, {"HTTP_ACCEPT": "application/json"},
    {"HTTP_COOKIE": "preview=1; edit=on; wagtail_userbar=1"},
]  # fmt: skip


@pytest.mark.parametrize("who", ["visitor", "superuser"])
def test_what_nobody_signed_is_invisible_at_every_address(unsigned, who):
    client = Client(raise_request_exception=True)
    if who == "superuser":
        client.force_login(Person.objects.create_superuser("root@example.org", "x", name="Root"))
    for address in public_addresses(unsigned.pk):
        for extra in EXTRAS if address.startswith(("/articles/never-public/", "/articles/a-draft/")) else EXTRAS[:2]:
            headers = {name: value for name, value in extra.items() if name != "query"}
            answer = client.get(address + extra.get("query", "").format(pk=unsigned.pk), **headers)
            assert not any(words in answer.text for words in SECRET_WORDS), (address, extra)
            if "never-public" in address or "a-draft" in address:
                assert answer.status_code in (404, 301), (address, extra)


def test_what_never_was_and_what_is_not_public_answer_alike(client, unsigned):
    """Status, headers, and every byte but those of the address."""
    answers = []
    for slug in ("never-public", "a-draft-x", "never-was-xx"):
        answer = client.get(f"/articles/{slug}/")
        answers.append((answer.status_code, sorted(answer.headers.items()), answer.text.replace(slug, "SLUG")))
    assert answers[0] == answers[1] == answers[2]


def test_digest_of_a_hidden_text_is_no_key(client, unsigned):
    """`If-None-Match` is answered for what is public alone."""
    for tag in (f'"{unsigned.fingerprint}"', f'W/"{unsigned.fingerprint}"', "*"):
        for address in ("/articles/never-public/", "/articles/never-public/edition.json"):
            assert client.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 404


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete", "options", "trace"])
def test_no_verb_does_what_a_reader_may_not(client, unsigned, verb):
    for address in ("/articles/never-public/", f"/articles/{SLUG}/", "/", "/topics/safety/"):
        answer = getattr(client, verb)(address)
        assert answer.status_code in (403, 404, 405), address
        assert not any(words in answer.text for words in SECRET_WORDS)


def test_list_and_page_agree(client, published, unsigned, doctor, editor, writer):
    """What the lists name is what can be opened, and nothing else."""
    put_up(writer, doctor, editor, slug="another-survey")
    slugs = {SLUG, "another-survey", "never-public", "a-draft"}
    opened = {slug for slug in slugs if client.get(f"/articles/{slug}/").status_code == 200}
    for address in ("/", "/topics/safety/"):
        assert {slug for slug in slugs if f"/articles/{slug}/" in client.get(address).text} == opened
    assert opened == {SLUG, "another-survey"}


NUMBERS = ["1abc", "abc", "-1", "1.0", "1e0", "\u0661", "1,2", "0x1", " 1", "%31%00", "1%0a", str(2**63), str(10**30)]


def test_number_that_is_none_of_ours_is_not_found(client, unsigned):
    client.force_login(Person.objects.create_superuser("root@example.org", "x", name="Root"))
    for pattern in ("/desk/editions/{}/", "/desk/credentials/{}/verify/", f"/articles/{SLUG}/editions/{{}}/evidence.json",
                    "/transparency/consistency/1/{}", "/desk/editions/1/since/{}/"):  # fmt: skip
        for number in NUMBERS:
            assert client.get(pattern.format(number)).status_code in (404, 405), (pattern, number)


def test_edition_of_another_article_is_not_revoked_or_lifted_by_its_number(client, signed, unsigned, compliance):
    """The number in the address and the number of the sign-off must belong together."""
    client.force_login(person("compliance"))
    sign_off = signed.sign_offs.get()
    answer = client.post(f"/desk/editions/{unsigned.pk}/revoke/{sign_off.pk}/", {"reason": "Wrong"})
    assert answer.status_code == 404
    assert not hasattr(signed.sign_offs.get(), "revocation")


OPEN_TO_ALL = {
    "/desk/signing-secret/",
    "/desk/sign-offs/",
    "/desk/sign-offs/end/",
}  # of everybody who signed in, their own


def every_address(resolver, prefix=""):
    """Each address of the site, its parameters filled with 1."""
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from every_address(pattern, path)
        else:
            yield path


def test_somebody_without_a_group_opens_no_screen_behind_the_door(client, one_transaction):
    """Every address that there is, also the next one that somebody adds."""
    client.force_login(stranger())
    for path in every_address(get_resolver()):
        if not path.startswith(("desk/", "admin/")):
            continue
        address = "/" + path.replace("<path:object_id>", "1").replace("^", "").replace("$", "")
        for kind in ("<int:pk>", "<int:number>", "<int:verdict_pk>", "<int:sign_off_pk>", "<path:content_type_id>"):
            address = address.replace(kind, "1")
        answer = client.get(address)
        assert answer.status_code in ((200,) if address in OPEN_TO_ALL else (302, 403, 404, 405)), address
