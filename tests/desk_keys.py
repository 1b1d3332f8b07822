"""Passkeys that sign, at the desk: devices of people, as the site asks them and as they answer."""

import json

import pytest
from fido2.utils import websafe_decode
from playwright.sync_api import expect

from tests.devices import Device
from tests.keys import ORIGIN, assertion, b64

ADD, KEYS = "/desk/keys/add/", "/desk/keys/"


@pytest.fixture
def at_leaf(settings):
    """The site at the address where the devices of the tests answer."""
    settings.SITE_URL = ORIGIN


@pytest.fixture
def officer_device(at_leaf, officer):
    """The officer's device, certified by the root key."""
    return officer


@pytest.fixture
def doctor_device(at_leaf, phone):
    """The doctor's device, certified by the officer."""
    return phone


def registered(device, options, **said):
    """What the browser sends for navigator.credentials.create with these options."""
    asked = options["publicKey"]
    made = device.register()
    client = {"type": "webauthn.create", "challenge": asked["challenge"], "origin": ORIGIN} | said
    return _answer(device, clientDataJSON=json.dumps(client).encode(), attestationObject=made["attestation"])


def signed(device, options, **said):
    """What the browser sends for navigator.credentials.get with these options."""
    device.count += 1
    challenge = websafe_decode(options["publicKey"]["challenge"])
    client, data, signature = assertion(device.key, challenge, **{"count": device.count} | said)
    return _answer(device, clientDataJSON=client, authenticatorData=data, signature=signature)


def _answer(device, **response):
    return json.dumps({
        "id": b64(device.handle), "rawId": b64(device.handle), "type": "public-key", "clientExtensionResults": {},
        "response": {name: b64(value) for name, value in response.items()},
    })  # fmt: skip


def asked(client, address, **fields):
    """The options that the site gives a script for the form at `address`."""
    return client.post(f"{address}ask/", fields).json()


def add(client, person, **said):
    """Add a passkey at the desk. Returns the device and the page that came then."""
    client.force_login(person)
    device = Device(person)
    answer = registered(device, asked(client, ADD), **said)
    return device, client.post(ADD, {"answer": answer}, follow=True).text


def says(page, sentence):
    """The page of a browser says that it is done. A device, the site and two pages take their time."""
    expect(page.get_by_role("status")).to_contain_text(sentence, timeout=20_000)
