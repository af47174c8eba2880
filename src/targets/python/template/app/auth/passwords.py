"""Hashes of passwords."""

import secrets
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# argon2id, with the least memory and time that OWASP recommends (19 MiB, 2 passes).
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_password(password: str) -> str:
    return _hasher.hash(password)


def verify_password(password_hash: str | None, password: str) -> bool:
    """Checks a password; without a hash, takes as long and says no."""
    try:
        _hasher.verify(password_hash or nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@lru_cache(maxsize=1)
def nobody() -> str:
    """The hash of a password that nobody has."""
    return hash_password(secrets.token_hex(16))
