"""A small OpenID Connect provider: metadata, authorisation, tokens signed with RS256, keys. It checks what it is sent."""

import base64
import hashlib
import json
import secrets
import threading
import time
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256

import cms.account_urls  # noqa: F401 (read before a test sets the site up for a provider)
from tests.keys import KEYS, ORIGIN, b64

CLIENT, CLIENT_SECRET = "leaf:1", "what only the two / know"
BACK = f"{ORIGIN}/sign-in/elsewhere/back/"
ITS_KEY, ANOTHER_KEY = KEYS["RS256"](), KEYS["RS256"]()


class Quiet(WSGIRequestHandler):
    def log_message(self, *about):
        pass


class Provider:
    """`says` changes claims (None takes one away), `header` the head of a token, `signs` is the key, `tells` its metadata."""

    def __init__(self):
        self.server = make_server("localhost", 0, self, handler_class=Quiet)
        self.url = f"http://localhost:{self.server.server_port}/op"
        self.codes, self.says, self.header, self.tells = {}, {}, {}, {}
        self.signs, self.asked, self.person = ITS_KEY, [], "doctor@example.org"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"].removeprefix("/op")
        self.asked.append(path)
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
        status, answer = getattr(self, path.strip("/").replace(".well-known/openid-configuration", "metadata"))(
            dict(parse_qsl(body)), environ
        )
        start_response(status, [("Content-Type", "application/json")])
        return [json.dumps(answer).encode()]

    def metadata(self, form, environ):
        addresses = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        told = {"issuer": self.url} | {name: f"{self.url}/{path}" for name, path in addresses.items()}
        return "200 OK", told | self.tells

    def keys(self, form, environ):
        numbers = ITS_KEY.public_key().public_numbers()
        n, e = (b64(one.to_bytes((one.bit_length() + 7) // 8)) for one in (numbers.n, numbers.e))
        return "200 OK", {"keys": [{"kty": "EC", "kid": "1"}, {"kty": "RSA", "kid": "1", "use": "sig", "n": n, "e": e}]}

    def authorize(self, address):
        """What its screen does once somebody said yes there: where it sends the browser, with a code."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert (asked["client_id"], asked["redirect_uri"]) == (CLIENT, BACK)
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        return f"{urlsplit(BACK).path}?{urlencode({'code': code, 'state': asked['state'], 'iss': self.url})}"

    def token(self, form, environ):
        pair = base64.b64encode(b"leaf%3A1:what%20only%20the%20two%20%2F%20know").decode()
        asked = self.codes.pop(form["code"], None)  # a code is good once
        fits = asked and b64(hashlib.sha256(form["code_verifier"].encode()).digest()) == asked["code_challenge"]
        if not fits or environ.get("HTTP_AUTHORIZATION") != f"Basic {pair}" or form["redirect_uri"] != BACK:
            return "400 Bad Request", {"error": "invalid_grant"}
        return "200 OK", {"access_token": "x", "token_type": "Bearer", "id_token": self.id_token(asked)}

    def id_token(self, asked):
        now = int(time.time())
        said = {
            "iss": self.url, "aud": CLIENT, "sub": "17", "exp": now + 300, "iat": now, "nonce": asked["nonce"],
            "email": self.person, "email_verified": True, "amr": ["mfa"],
        } | self.says  # fmt: skip
        header = {"alg": "RS256", "kid": "1"} | self.header
        parts = ".".join(
            b64(json.dumps({name: value for name, value in part.items() if value is not None}).encode())
            for part in (header, said)
        )
        return f"{parts}.{b64(self.signs.sign(parts.encode(), padding.PKCS1v15(), SHA256()))}"


@pytest.fixture(scope="module")
def running_provider():
    running = Provider()
    yield running
    running.server.shutdown()
    running.server.server_close()


@pytest.fixture
def provider(running_provider, settings):
    """The provider, and the site set up for it."""
    running_provider.__dict__.update(codes={}, says={}, header={}, tells={}, signs=ITS_KEY, asked=[])
    running_provider.person = "doctor@example.org"
    settings.OIDC = {"url": running_provider.url, "client": CLIENT, "secret": CLIENT_SECRET, "name": "Clinic"}
    settings.SITE_URL = ORIGIN
    settings.ROOT_URLCONF = "tests.urls_with_oidc"
    return running_provider


def parameter(address, name):
    return parse_qs(urlsplit(address).query)[name][0]
