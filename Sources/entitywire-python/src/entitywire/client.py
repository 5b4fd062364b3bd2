"""Submits texts, asks questions, gives commands, follows the feed."""
from __future__ import annotations

import hashlib
import json
import time
import uuid
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Union

import zmq

from .connection import Address, Connection, Key, encode, port
from .errors import Unreachable
from .types import Submission


class Event(NamedTuple):
    """One event of the feed: ``accepted``, ``stored``, ``dead``, ``retried``, ``deleted``, …

    ``epoch`` and ``sequence`` together are a position: give them to ``events`` to go on behind it.
    """

    event: str
    epoch: str
    sequence: int
    document: Optional[str]
    topics: List[str]
    fields: Dict[str, Any]


class Client:
    """A client of one service. Not for several threads at a time: make one a thread.

    ``service`` is an address without a port, ``tcp://127.0.0.1``; ports and the key come from the arguments, else from
    the environment variables of the command-line client. ``timeout`` is in seconds, for one request with its repeats.
    """

    def __init__(
        self, service: Optional[str] = None, *, work_port: Optional[int] = None, query_port: Optional[int] = None,
        feed_port: Optional[int] = None, key: Union[None, str, Path, Key] = None, timeout: float = 30,
    ):
        self._address = Address.of(service, key)
        self._work = Connection(self._address, port("work", work_port), timeout)
        self._query = Connection(self._address, port("query", query_port), timeout)
        self._feed_port = port("feed", feed_port)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        self._work.close()
        self._query.close()

    # Documents

    def submit(self, text: Union[str, bytes], submission: Optional[Submission] = None) -> Dict[str, Any]:
        """Hands a text in and returns ``{"document", "duplicate", "state"}`` once it is safely on the service's disk."""
        data = text.encode("utf-8") if isinstance(text, str) else text
        header = {"sha256": hashlib.sha256(data).hexdigest(), "submission": submission or {}}
        return self._work.ask("SUBMIT", header, data)[0]

    def wait(self, document: str, timeout: float = 600) -> Dict[str, Any]:
        """The document once it is extracted or given up; ``state`` says which. Raises ``Unreachable`` after the time limit."""
        end, pause = time.monotonic() + timeout, 0.02
        while True:
            found = self.document(document)
            if found["state"] not in ("ready", "leased"):
                return found
            if time.monotonic() + pause > end:
                raise Unreachable(f"Document {document} is still waiting after {timeout} s: is an extractor connected?")
            time.sleep(pause)
            pause = min(1, pause * 1.5)

    # Questions

    def ask(self, method: str, deadline: Optional[float] = None, **parameters: Any) -> Dict[str, Any]:
        """One page of the answer to any question of the protocol; ``next`` in it is what ``after`` takes for the next page."""
        header: Dict[str, Any] = {"method": method}
        if deadline is not None:
            header["deadlineMs"] = int(deadline * 1000)
        given = {name: value for name, value in parameters.items() if value is not None}
        reply, bodies = self._query.ask("QUERY", header, encode(given))
        answer: Dict[str, Any] = json.loads(bodies[0]) if bodies else {}
        return {**answer, "next": reply["next"]} if "next" in reply else answer

    def pages(self, method: str, **parameters: Any) -> Iterator[Dict[str, Any]]:
        """All items of a question that lists: ``client.pages("documents", text="training center")``."""
        while True:
            page = self.ask(method, **parameters)
            yield from page["items"]
            if "next" not in page:
                return
            parameters["after"] = page["next"]

    def status(self) -> Dict[str, Any]:
        return self.ask("status")

    def document(self, document: str) -> Dict[str, Any]:
        """One document with its text, submissions and annotation, by its key or the first four characters or more."""
        return self.ask("document", document=document)

    def documents(self, **filters: Any) -> Iterator[Dict[str, Any]]:
        """Documents by date: ``text``, ``entity``, ``source``, ``language``, ``from``, ``to``."""
        return self.pages("documents", **filters)

    def entities(self, **filters: Any) -> Iterator[Dict[str, Any]]:
        """Entities, those of most documents first: ``name``, ``type``, ``country``."""
        return self.pages("entities", **filters)

    def entity(self, entity: str, limit: Optional[int] = None) -> Dict[str, Any]:
        """One entity by its id or a name. Raises ``Refused`` with code ``ambiguous`` and the candidates where several bear it."""
        return self.ask("entity", entity=entity, limit=limit)

    def mentions(self, entity: str) -> Iterator[Dict[str, Any]]:
        return self.pages("mentions", entity=entity)

    def annotations(self, **parameters: Any) -> Iterator[Dict[str, Any]]:
        """The annotations of all documents, by key."""
        return self.pages("annotations", **parameters)

    # Commands

    def command(self, method: str, **parameters: Any) -> Dict[str, Any]:
        """Gives a command (``delete``, ``retry``, ``backup``, …); repeats of it change nothing twice."""
        header = {"method": method, "command": uuid.uuid4().hex}
        _, bodies = self._query.ask("COMMAND", header, encode(parameters))
        return json.loads(bodies[0]) if bodies else {}

    # The feed

    def events(self, after: Optional[Event] = None, idle: Optional[float] = None) -> Iterator[Event]:
        """Follows the feed without a gap, from behind ``after`` or from the oldest event that is kept.

        Ends after ``idle`` seconds without an event, where that is given. Raises ``Refused`` with code ``history_trimmed``
        where the events behind ``after`` are no longer kept.
        """
        at = _Position(after.epoch, after.sequence) if after else _Position("", 0)
        feed = self._address.socket(zmq.SUB, self._feed_port)
        try:
            feed.subscribe(b"")
            heard, is_behind = time.monotonic(), True
            while idle is None or time.monotonic() - heard <= idle:
                if is_behind:
                    for event in self._since(at):
                        heard = time.monotonic()
                        yield event
                    is_behind = False
                if not feed.poll(250):
                    continue
                name, header = feed.recv_multipart()[:2]
                fields = json.loads(header)
                ahead = fields["sequence"] - at.sequence
                if fields["epoch"] != at.epoch or ahead > (0 if name == b"heartbeat" else 1):
                    is_behind = True
                elif name != b"heartbeat" and ahead == 1:
                    heard = time.monotonic()
                    yield at.pass_by({**fields, "event": name.decode()})
        finally:
            feed.close()

    def _since(self, at: "_Position") -> Iterator[Event]:
        """The events that are kept behind a position, which moves on with them."""
        while True:
            reply, bodies = self._query.ask("SINCE", {"epoch": at.epoch, "sequence": at.sequence, "limit": 500})
            if reply["epoch"] != at.epoch:
                at.epoch, at.sequence = reply["epoch"], 0
            events = json.loads(bodies[0])["events"]
            for fields in events:
                yield at.pass_by(fields)
            if not events:
                at.sequence = max(at.sequence, reply["last"])
            if at.sequence >= reply["last"]:
                return


class _Position:
    """How far the feed has been followed."""

    def __init__(self, epoch: str, sequence: int):
        self.epoch, self.sequence = epoch, sequence

    def pass_by(self, fields: Dict[str, Any]) -> Event:
        self.sequence = fields["sequence"]
        return Event(
            fields["event"], self.epoch, self.sequence, fields.get("document"), fields.get("topics") or [], fields)
