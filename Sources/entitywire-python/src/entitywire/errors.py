"""What can go wrong between a program and the service."""
from __future__ import annotations

from typing import Any, Mapping


class EntityWireError(Exception):
    """Anything that this package raises."""


class Unreachable(EntityWireError):
    """No reply came within the time limit. The outcome is unknown; sending the same request again is safe."""


class Refused(EntityWireError):
    """The service answered ERROR.

    ``code`` is one of Protocol.md's; ``retry`` is ``never``, ``later`` or ``now``; ``detail`` names the field, the limit
    or the candidates, where there are any.
    """

    def __init__(self, header: Mapping[str, Any]):
        self.code: str = header.get("code", "internal")
        self.message: str = header.get("message", "")
        self.retry: str = header.get("retry", "never")
        self.detail: Mapping[str, Any] = header.get("detail") or {}
        super().__init__(f"{self.message} ({self.code})")
