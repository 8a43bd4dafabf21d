"""The pages of an encrypted store as they lie in its file, free ones too: what a thief with the key would read.

SQLCipher 4: pages of 4096 bytes, AES-256 in CBC with the raw key; the last 80 bytes of a page hold its IV and its HMAC,
the first 16 bytes of the file are the salt (zetetic.net/sqlcipher/design).
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVE, SALT = 4096, 80, 16


def pages(file: Path, key: bytes) -> bytes:
    """All pages of the file, decrypted, one after the other."""
    data = file.read_bytes()
    return b"".join(_page(data[at : at + PAGE], key, at) for at in range(0, len(data), PAGE))


def log_pages(file: Path, key: bytes) -> bytes:
    """The pages in the write-ahead log beside ``file``, decrypted: a header of 32 bytes, then frames of 24 and a page each."""
    data = file.with_name(file.name + "-wal").read_bytes()
    starts = range(32, len(data), 24 + PAGE)
    numbers = (int.from_bytes(data[at : at + 4], "big") for at in starts)
    return b"".join(
        _page(data[at + 24 : at + 24 + PAGE], key, number - 1)
        for at, number in zip(starts, numbers, strict=True)
    )


def _page(page: bytes, key: bytes, at: int) -> bytes:
    body, iv = page[0 if at else SALT : PAGE - RESERVE], page[PAGE - RESERVE : PAGE - RESERVE + 16]
    opened = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
    return opened.update(body) + opened.finalize()
