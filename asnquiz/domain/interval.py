"""How sure a share or a mean of some people is: intervals that hold the true figure 95 times of 100."""

import math
from fractions import Fraction
from statistics import NormalDist

_SHARE = 0.95
_Z = NormalDist().inv_cdf((1 + _SHARE) / 2)
# Below, Student's t needs other formulas than the one here, and an interval would be too wide to be of use.
_FEWEST = 6


def wilson(part: int, whole: int) -> tuple[float, float] | None:
    """The score interval of a share, both ends within 0 to 1; None where there is nobody.

    Wilson 1927, J. Am. Stat. Assoc. 22:209-212, without correction for continuity.
    """
    return (_lower(part, whole), 1 - _lower(whole - part, whole)) if whole else None


def _lower(part: int, whole: int) -> float:
    """The lower end; the upper one is that of the other part, so that neither passes 0 or 1 by rounding."""
    square = _Z * _Z
    return (2 * part + square - _Z * math.sqrt(square + 4 * part * (whole - part) / whole)) / (2 * (whole + square))


def mean_interval(people: int, total: Fraction, squares: Fraction) -> tuple[float, float] | None:
    """The interval of a mean by Student's t, in the unit of the values, whose sum and sum of squares are given.

    It may pass the ends of a scale. None for fewer than 6 people.
    """
    if people < _FEWEST:
        return None
    mean = total / people
    half = _student(people - 1) * math.sqrt((squares - total * mean) / (people * (people - 1)))
    return float(mean) - half, float(mean) + half


def _student(freedom: int) -> float:
    """The t that stands for 95 % on both sides, right to 2e-7 from 5 degrees of freedom on.

    Hill 1970, Algorithm 396, Comm. ACM 13:619-620: his inverse expansion about the normal quantile.
    """
    a = 1 / (freedom - 0.5)
    b = 48 / a**2
    c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    d = ((94.5 / (b + c) - 3) / b + 1) * math.sqrt(a * math.pi / 2) * freedom
    x, y = -_Z, _Z * _Z
    c += (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    return math.sqrt(freedom * math.expm1(a * y * y))
