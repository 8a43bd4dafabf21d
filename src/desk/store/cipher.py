"""What is derived from the one store key: identity encryption, audit MAC, digests. Nothing here touches a database."""

import hmac
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12


def derive(key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one ``purpose``: HMAC-SHA256 of the purpose under a uniformly random store key."""
    return hmac.digest(key, f"desk:{purpose}".encode(), "sha256")


@dataclass(frozen=True, slots=True, repr=False)
class Cipher:
    """The derived keys of one store. ``box`` is None where the whole file is encrypted already."""

    file_key: bytes
    mac_key: bytes
    digest_key: bytes
    mark_key: bytes
    box: "AESGCM | None"

    def seal(self, plain: bytes, bound_to: str) -> bytes:
        """``plain`` encrypted (AES-256-GCM) and bound to its place, so that rows cannot be exchanged."""
        if self.box is None:
            return plain
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self.box.encrypt(nonce, plain, bound_to.encode())

    def open(self, sealed: bytes, bound_to: str) -> bytes:
        """The plain bytes again; raises ``cryptography.exceptions.InvalidTag`` if they were moved or altered."""
        if self.box is None:
            return sealed
        return self.box.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to.encode())

    def digest(self, what: str, text: str) -> bytes:
        """A keyed digest, the same for the same text: finds repeats without storing what repeats. 16 bytes."""
        return hmac.digest(self.digest_key, f"{what}\0{text}".encode("utf-8", "surrogatepass"), "sha256")[:16]

    def mac(self, head: bytes, count: int) -> bytes:
        """The keyed MAC over an audit head and its count."""
        return hmac.digest(self.mac_key, b"%d:%b" % (count, head), "sha256")


def cipher(key: bytes, *, seals: bool) -> Cipher:
    """All keys of a store from its random 32-byte key; ``seals`` where identities are encrypted one by one."""
    return Cipher(
        file_key=derive(key, "file"),
        mac_key=derive(key, "audit mac"),
        digest_key=derive(key, "digest"),
        mark_key=derive(key, "high-water mark"),
        box=_box(derive(key, "identity")) if seals else None,
    )


def _box(key: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)
