"""OpenID Connect: what the one provider of this site says of whoever comes back from it, and whether that can be believed.

The authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636, RFC 9207). ID tokens are believed by
their RS256 signature alone. Nothing but the address of an existing person is taken from them. Loaded only where
LEAF_OIDC_URL is set; see cms/oidc_views.py.
"""

import base64
import hashlib
import json
import secrets
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256
from django.conf import settings

TIMEOUT = 5  # seconds
LONGEST = 500_000  # bytes of an answer
LEEWAY = 60  # seconds by which two clocks may differ


class NotBelieved(Exception):
    """What the provider said is not what it must be, or nothing was heard. The reason is for the log, not for the screen."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *about):
        return None


_opener = build_opener(_NoRedirects)


def metadata():
    """The provider's own description. Its name must be the one that the operator set, and its addresses as safe as that."""
    url = settings.OIDC["url"]
    known = _asked(f"{url.rstrip('/')}/.well-known/openid-configuration")
    if known.get("issuer") != url:
        raise NotBelieved(f"the provider names itself {known.get('issuer')!r}")
    for name in ["authorization_endpoint", "token_endpoint", "jwks_uri"]:
        if urlsplit(str(known.get(name))).scheme not in {"https", urlsplit(url).scheme}:
            raise NotBelieved(f"its {name} is {known.get(name)!r}")
    return known


def begin(back):
    """Where to send somebody, and what to remember of it until they come back to `back`."""
    remembered = {name: secrets.token_urlsafe(32) for name in ["state", "nonce", "verifier"]} | {"at": time.time()}
    challenge = _encoded(hashlib.sha256(remembered["verifier"].encode()).digest())
    asked = {
        "response_type": "code", "client_id": settings.OIDC["client"], "redirect_uri": back, "scope": "openid email",
        "state": remembered["state"], "nonce": remembered["nonce"], "code_challenge": challenge,
        "code_challenge_method": "S256",
    }  # fmt: skip
    there = metadata()["authorization_endpoint"]
    return f"{there}{'&' if urlsplit(there).query else '?'}{urlencode(asked)}", remembered


def said_by_token(code, remembered, back):
    """What the provider's token says for this code. Raises NotBelieved unless it is signed, fresh, for us and for this try."""
    known = metadata()
    answer = _asked(
        known["token_endpoint"],
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "code_verifier": remembered["verifier"],
        },
        as_client="client_secret_basic" in known.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]),
    )
    said = _signed(str(answer.get("id_token")), known["jwks_uri"])
    audience, now = said.get("aud"), time.time()
    for holds, what in [
        (said.get("iss") == settings.OIDC["url"], "another issuer"),
        (audience in (settings.OIDC["client"], [settings.OIDC["client"]]), "another audience"),
        (said.get("azp", settings.OIDC["client"]) == settings.OIDC["client"], "another party"),
        (secrets.compare_digest(str(said.get("nonce")).encode(), remembered["nonce"].encode()), "another nonce"),
        (_is_time(said.get("exp")) and said["exp"] > now - LEEWAY, "its time is over"),
        (_is_time(said.get("iat")) and now - 600 < said["iat"] < now + LEEWAY, "it is not of now"),
    ]:
        if not holds:
            raise NotBelieved(f"the token is not believed: {what}")
    return said


def _is_time(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def _signed(token, jwks_uri):
    """The claims of a token that a key of the provider signed with RS256, whatever else the token says of itself."""
    try:
        head, claims, signature = token.split(".")
        header = json.loads(_decoded(head))
        if header.get("alg") != "RS256" or "crit" in header:
            raise NotBelieved("the token is not signed with RS256")
        _key(header.get("kid"), _asked(jwks_uri)).verify(
            _decoded(signature), f"{head}.{claims}".encode(), PKCS1v15(), SHA256()
        )
        said = json.loads(_decoded(claims))
    except (ValueError, AttributeError, TypeError, KeyError, InvalidSignature) as error:
        raise NotBelieved(f"the token is not signed by the provider: {error!r}") from error
    if not isinstance(said, dict):
        raise NotBelieved("the token says nothing")
    return said


def _key(kid, jwks):
    for key in jwks["keys"]:
        if key.get("kty") == "RSA" and key.get("use", "sig") == "sig" and key.get("kid") == kid:
            n, e = (int.from_bytes(_decoded(key[name])) for name in "ne")
            if n.bit_length() < 2048:
                raise NotBelieved("the provider's key is too short")
            return RSAPublicNumbers(e, n).public_key()
    raise NotBelieved("no key of the provider has that name")


def _asked(url, form=None, *, as_client=False):
    """The provider's answer, a JSON object. A form is sent with the client's secret: in the header `as_client`, or in it."""
    headers = {"Accept": "application/json"}
    if form is not None:
        client, secret = settings.OIDC["client"], settings.OIDC["secret"]
        if as_client:
            pair = f"{quote(client, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        else:
            form = form | {"client_id": client, "client_secret": secret}
    body = urlencode(form).encode() if form is not None else None
    try:
        with _opener.open(Request(url, body, headers), timeout=TIMEOUT) as answer:  # noqa: S310 (the operator's provider)
            said = json.loads(answer.read(LONGEST))
    except HTTPError as refusal:
        with refusal:
            raise NotBelieved(f"{url} answered {refusal.code}") from refusal
    except (OSError, HTTPException, ValueError) as error:
        raise NotBelieved(f"{url} did not answer: {error!r}") from error
    if not isinstance(said, dict):
        raise NotBelieved(f"{url} answered no object")
    return said


def _encoded(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def _decoded(text):
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
