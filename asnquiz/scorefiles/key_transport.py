"""Private keys on their way to another process of the program, since keys themselves cannot go there."""

from collections.abc import Mapping, Sequence
from typing import Any

from joserfc.jwk import OKPKey


def parcel(keys: Mapping[str, OKPKey]) -> list[Mapping[str, Any]]:
    """The keys as private JWKs (RFC 8037)."""
    return [key.as_dict(private=True) for key in keys.values()]


def arrived(private: Sequence[Mapping[str, Any]]) -> dict[str, OKPKey]:
    """The keys, by thumbprint."""
    return {key.thumbprint(): key for key in (OKPKey.import_key(dict(jwk)) for jwk in private)}
