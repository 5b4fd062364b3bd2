"""One socket to one port of the service: requests with their replies."""
from __future__ import annotations

import json
import os
import time
import uuid
from pathlib import Path
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Tuple, Union

import zmq

from .errors import EntityWireError, Refused, Unreachable

VERSION = b"EW/1"


class Key(NamedTuple):
    """A key as ``entitywire keys new`` writes it: three values of 40 characters (Z85)."""

    public: bytes
    secret: bytes
    server: bytes

    @classmethod
    def read(cls, path: Union[str, Path]) -> "Key":
        """Reads a file ``NAME.secret`` of lines ``field = value``."""
        fields: Dict[str, str] = {}
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                name, _, value = line.partition("=")
                fields[name.strip()] = value.strip()
        try:
            return cls(*(fields[name].encode() for name in ("public", "secret", "server")))
        except KeyError as missing:
            raise EntityWireError(f"{path} has no line `{missing.args[0]} = …`: is it a NAME.secret?") from None


class Address(NamedTuple):
    """Where the service is, without a port, and the key that it wants; from the environment where not given."""

    service: str
    key: Optional[Key]

    @classmethod
    def of(cls, service: Optional[str], key: Union[None, str, Path, Key]) -> "Address":
        key = key or os.environ.get("ENTITYWIRE_KEY") or None
        return cls(
            service or os.environ.get("ENTITYWIRE_SERVICE") or "tcp://127.0.0.1",
            key if key is None or isinstance(key, Key) else Key.read(key))

    def socket(self, kind: int, port: int) -> zmq.Socket[bytes]:
        """A new socket that is connected and leaves nothing behind when it is closed."""
        made: zmq.Socket[bytes] = zmq.Context.instance().socket(kind)
        made.linger = 0
        made.ipv6 = True
        made.maxmsgsize = 64 * 1024 * 1024
        if self.key:
            made.curve_publickey, made.curve_secretkey, made.curve_serverkey = self.key
        made.connect(f"{self.service}:{port}")
        return made


def port(name: str, given: Optional[int]) -> int:
    """A port: the one given, else the environment's, else the usual one."""
    usual = {"work": 7701, "query": 7702, "feed": 7703}[name]
    return given if given is not None else int(os.environ.get(f"ENTITYWIRE_{name.upper()}_PORT") or usual)


def encode(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "strict")


def decode(frames: List[bytes]) -> Tuple[str, bytes, Dict[str, Any], List[bytes]]:
    """Kind, request id, header and bodies of a message."""
    if len(frames) < 4 or frames[0] != VERSION:
        raise EntityWireError("The peer does not speak EW/1.")
    return frames[1].decode("ascii"), frames[2], json.loads(frames[3]), frames[4:]


class Connection:
    """Sends requests, waits for their replies, and repeats what the service asks to repeat.

    Not for several threads at a time. Every request of the protocol may be repeated, so that after a time without a
    reply the request is sent once more on a fresh connection, until the limit is over.
    """

    def __init__(self, address: Address, port: int, timeout: float):
        self._address, self._port, self.timeout = address, port, timeout
        self._socket: Optional[zmq.Socket[bytes]] = None

    def ask(
        self, kind: str, header: Mapping[str, Any], *bodies: bytes, timeout: Optional[float] = None
    ) -> Tuple[Dict[str, Any], List[bytes]]:
        """The header and bodies of the reply.

        Raises ``Refused`` on ERROR, except where it says `later` or `now` and time is left; ``Unreachable`` where no reply came.
        """
        end = time.monotonic() + (self.timeout if timeout is None else timeout)
        frames = [VERSION, kind.encode(), uuid.uuid4().bytes, encode(header), *bodies]
        while True:
            replied = self._exchange(frames, min(end, time.monotonic() + 10))
            left = end - time.monotonic()
            if replied is None:
                if left <= 0:
                    raise Unreachable(
                        f"No service answers at {self._address.service}:{self._port}: check that it runs, the address, "
                        "the port and the key.")
                continue
            got, reply, parts = replied
            if got != "ERROR":
                return reply, parts
            error = Refused(reply)
            wait = error.detail.get("retryAfterMs", 1000) / 1000 if error.retry == "later" else 0.05
            if error.retry == "never" or error.code in ("deadline", "stale_attempt", "unknown_session") or wait >= left:
                raise error
            time.sleep(wait)

    def _exchange(self, frames: List[bytes], until: float) -> Optional[Tuple[str, Dict[str, Any], List[bytes]]]:
        if self._socket is None:
            self._socket = self._address.socket(zmq.DEALER, self._port)
        self._socket.send_multipart(frames)
        while (left := until - time.monotonic()) > 0 and self._socket.poll(int(left * 1000) + 1):
            kind, request, header, bodies = decode(self._socket.recv_multipart())
            if request == frames[2]:
                return kind, header, bodies
        self.close()
        return None

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()
            self._socket = None
