from asnquiz.domain.fingerprint import fingerprint


def test_it_is_the_beginning_of_the_thumbprint_in_groups_of_four() -> None:
    # RFC 8037, appendix A.3
    assert fingerprint("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k") == "kPrK _qmx VWaY VA9w wBF6"
