"""How a key is named where people compare it, on screen, on paper and in a terminal."""

_SHOWN, _GROUP = 20, 4


def fingerprint(kid: str) -> str:
    """`k3Vb 9xQ2 Lm0- pZ7r Ta_4`: the first 20 characters of an RFC 7638 thumbprint (base64url), in groups of four.

    120 bits: nobody can make a key whose fingerprint is the same.
    """
    shown = kid[:_SHOWN]
    return " ".join(shown[at : at + _GROUP] for at in range(0, len(shown), _GROUP))
