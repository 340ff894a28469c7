"""SHA-256 is the same whoever computes it."""

import hashlib
import sys

import pytest

from mundraft.files import digests

DATA = b"Of 744 victims, some were children."


@pytest.mark.parametrize("data", [b"", DATA, DATA * 10_000])
def test_python_and_openssl_agree(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = hashlib.sha256(data).hexdigest()
    assert digests.sha256(data).hexdigest() == expected
    monkeypatch.delitem(sys.modules, "hashlib")
    own = digests.sha256()
    own.update(data)
    assert own.hexdigest() == expected
    assert "hashlib" not in sys.modules


def test_a_python_without_a_hash_of_its_own_takes_openssls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "_own", digests._own_of_python("_no_such_module"))
    monkeypatch.delitem(sys.modules, "hashlib")
    assert digests.sha256(DATA).digest() == hashlib.sha256(DATA).digest()
    assert "hashlib" in sys.modules
