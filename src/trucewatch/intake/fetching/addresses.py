"""Which internet addresses a report may be fetched from: public ones only.

Source of the rules: IANA's special-purpose address registries (RFC 6890), as Python's ``ipaddress`` has them, and the
addresses under which cloud providers answer for the machine itself.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Global by the registries, and yet the provider's own service for the machine that asks.
_METADATA = frozenset({ip_address("168.63.129.16"), ip_address("100.100.100.200"), ip_address("fd00:ec2::254")})
_GLOBAL_UNICAST = ip_network("2000::/3")
# IPv6 that carries an IPv4 address to a translator or relay: 64:ff9b::/96 and its local-use sibling (RFC 6052, 8215).
_TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))


def refusal(address: str) -> str | None:
    """Why an address is never connected to; None where it is a public one.

    Raises:
        ValueError: the text is no IP address.
    """
    ip = ip_address(address.partition("%")[0])
    return _refused(ip)


def _refused(ip: IPv4Address | IPv6Address) -> str | None:
    if ip in _METADATA:
        return "a cloud provider's metadata service"
    if isinstance(ip, IPv6Address):
        inner = _carried(ip)
        if inner is not None:
            why = _refused(inner)
            return f"IPv6 form of {inner}, {why}" if why else "an address that is translated to IPv4"
    if ip.is_loopback:
        return "this machine itself"
    if ip.is_link_local:
        return "a link-local address"
    if ip.is_multicast:
        return "a multicast address"
    if ip.is_unspecified or ip.is_reserved:
        return "a reserved address"
    if isinstance(ip, IPv6Address) and ip not in _GLOBAL_UNICAST:
        return "an address outside the public IPv6 range"
    return None if ip.is_global else "an address of a private network"


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4, Teredo, translated, or the old compatible form."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    if any(ip in net for net in _TRANSLATED) or (int(ip) >> 32 == 0 and int(ip) > 1):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return None
