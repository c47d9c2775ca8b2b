"""No address but a public one is ever connected to, in whatever form it is written."""

import pytest

from trucewatch.intake.fetching.addresses import refusal


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "100.64.0.1", "100.127.255.255", "169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.2.1",
        "198.18.0.1", "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
    ],
)  # fmt: skip
def test_address_that_is_not_public_is_refused_with_a_reason(address: str) -> None:
    assert refusal(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "151.101.0.81", "2606:4700::1111", "2a00:1450:4001::200e"])
def test_public_address_is_taken(address: str) -> None:
    assert refusal(address) is None


def test_ipv6_form_of_a_private_address_is_named_as_such() -> None:
    assert refusal("::ffff:192.168.0.5") == "IPv6 form of 192.168.0.5, an address of a private network"


def test_what_is_no_address_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not appear"):
        refusal("news.example")
