"""A network layer that resolves a name once, checks every address it stands for, and connects to an address it checked.

Checking first and fetching after would leave the second look-up to whoever answers for the name (DNS rebinding).
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2
import httpx2

Resolver = Callable[[str, int], list[str]]
Refusal = Callable[[str], str | None]


class RefusedAddress(Exception):
    """A host that stands for an address which is never connected to; the message says which and why."""


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host.

    Raises:
        OSError: the name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


class Deadline:
    """The moment by which a whole page must be there, headers and handshakes included; slow drips count against it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.end: float | None = None

    def left(self, timeout: float | None) -> float | None:
        """Seconds that one step may still take.

        Raises:
            httpcore2.ReadTimeout: the time is over.
        """
        if self.end is None:
            return timeout
        rest = self.end - self._clock()
        if rest <= 0:
            raise httpcore2.ReadTimeout("the time for this page is over")
        return rest if timeout is None else min(rest, timeout)


class _Timed(httpcore2.NetworkStream):
    """A connection whose every step is held to the deadline of its page."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Timed(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to public addresses only; the host's name stays what the request and its TLS handshake carry."""

    def __init__(self, resolver: Resolver, refused: Refusal, deadline: Deadline) -> None:
        self._resolve, self._refused, self._deadline = resolver, refused, deadline
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address that answers, all having been checked.

        Raises:
            RefusedAddress: one of the host's addresses is not public.
            httpcore2.ConnectError: the name is not known, or none answers.
        """
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise httpcore2.ConnectError(f"the name {host} is not known ({error.strerror or error})") from error
        # One bad address among good ones is a trick, or a mistake that would be made at random.
        for address in addresses:
            why = self._refused(address)
            if why is not None:
                raise RefusedAddress(f"{host} stands for {address}: {why}")
        last: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                left = self._deadline.left(timeout)
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
                return _Timed(stream, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
        raise last

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Any:
        """Never: a report is not on a socket of this machine."""
        raise RefusedAddress(f"{path} is a socket of this machine")


class GuardedTransport(httpx2.HTTPTransport):
    """httpx's transport over the guarded layer; no proxy of the environment is asked, since it would resolve for us."""

    def __init__(self, verify: Any, *, resolver: Resolver, refused: Refusal, deadline: Deadline) -> None:
        super().__init__(verify=verify, trust_env=False)
        context = httpx2.create_ssl_context(verify=verify, trust_env=False)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=8,
            max_keepalive_connections=0,
            network_backend=GuardedBackend(resolver, refused, deadline),
        )
