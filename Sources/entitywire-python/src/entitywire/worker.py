"""An extractor worker: takes jobs, extracts in threads, gives results back, loses none."""
from __future__ import annotations

import queue
import socket
import sys
import threading
import time
import traceback
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple, Union

import zmq

from .connection import VERSION, Address, Key, decode, encode, port
from .errors import Refused
from .types import Annotation


class Job(NamedTuple):
    """One attempt at one document."""

    document: str
    attempt: int


class _Held:
    """What the worker has in hand: an attempt, and its answer once there is one."""

    def __init__(self) -> None:
        self.answer: Optional[Tuple[str, Dict[str, Any], List[bytes]]] = None
        self.request = b""


class Worker:
    """Runs ``extract(text, job)`` for each document of the service and sends what it returns.

    ``extractor`` is the version of your program: another version is another result. The service gives jobs to the version
    that it has pinned. ``extract`` runs in ``jobs`` threads; what it raises makes the attempt a failed one, which is tried
    again later. An annotation with faults makes the document's attempt fail with code ``bad_result``.
    """

    def __init__(
        self, extractor: str, extract: Callable[[str, Job], Annotation], *, service: Optional[str] = None,
        work_port: Optional[int] = None, key: Union[None, str, Path, Key] = None, jobs: int = 1,
        name: Optional[str] = None, report: Optional[Callable[[str], None]] = None,
    ):
        self._extractor, self._extract, self._jobs = extractor, extract, jobs
        self._address, self._port = Address.of(service, key), port("work", work_port)
        self._name, self._instance = name or socket.gethostname(), uuid.uuid4().hex
        self._report = report or (lambda line: print(line, file=sys.stderr, flush=True))
        self._held: Dict[Job, _Held] = {}
        self._finished: "queue.SimpleQueue[Job]" = queue.SimpleQueue()
        self._stop = threading.Event()
        self.stored = 0

    def stop(self) -> None:
        """Ends ``run`` after what has begun; from any thread or a signal handler."""
        self._stop.set()

    def run(self, until: Optional[Callable[[], bool]] = None) -> None:
        """Works until ``stop``, or until ``until`` is true; reconnects as often as it must. Raises ``Refused`` where the
        service does not want this worker."""
        with ThreadPoolExecutor(self._jobs) as pool:
            while not self._is_over(until):
                peer = self._address.socket(zmq.DEALER, self._port)
                try:
                    self._serve(peer, pool, until)
                finally:
                    peer.close()

    def _is_over(self, until: Optional[Callable[[], bool]]) -> bool:
        return self._stop.is_set() or (until is not None and until())

    # One connection

    def _serve(self, peer: zmq.Socket[bytes], pool: ThreadPoolExecutor, until: Optional[Callable[[], bool]]) -> None:
        self._say(peer, "HELLO", {
            "name": self._name, "instance": self._instance, "extractor": self._extractor, "window": 2 * self._jobs,
            "windowBytes": 2 * self._jobs * 4 * 1024 * 1024, "inFlight": self._in_flight()})
        beat, heard, next_beat, drains_until = 10.0, time.monotonic(), time.monotonic() + 10, None
        while True:
            now = time.monotonic()
            if self._is_over(until):
                drains_until = drains_until or self._begin_to_drain(peer, now)
                if not self._held or now > drains_until:
                    self._say(peer, "BYE", {})
                    peer.poll(1000)
                    return
            if now - heard > 3 * beat:
                return self._report("No answer for three heartbeats: connecting again.")
            if now >= next_beat:
                self._say(peer, "HEARTBEAT", {"inFlight": self._in_flight()})
                next_beat = now + beat
            self._send_finished(peer)
            if not peer.poll(20 if self._held else 100):
                continue
            kind, request, header, bodies = decode(peer.recv_multipart())
            heard = time.monotonic()
            if kind == "WELCOME":
                beat = header["heartbeatMs"] / 1000
                next_beat = heard + beat
                self._lose(header["lost"])
                for job, held in self._held.items():
                    if held.answer:
                        self._send(peer, held)
            elif kind == "JOB":
                self._begin(Job(header["document"], header["attempt"]), bodies[0], pool)
            elif kind == "HEARTBEAT":
                self._lose(header.get("inFlight", []))
            elif kind == "STORED":
                self._close(request, counts=True)
            elif kind == "ERROR" and not self._refused(request, Refused(header)):
                return

    def _begin_to_drain(self, peer: zmq.Socket[bytes], now: float) -> float:
        self._say(peer, "CREDIT", {"window": 0})
        return now + 25

    def _refused(self, request: bytes, error: Refused) -> bool:
        """Whether this connection can go on."""
        self._report(f"The service refused: {error}")
        job = next((job for job, held in self._held.items() if held.request == request), None)
        if error.code == "unknown_session" or (job is None and error.retry != "never"):
            time.sleep(min(5, error.detail.get("retryAfterMs", 500) / 1000))
            return False
        if job is None:
            raise error
        if error.retry == "never":
            self._close(request, counts=False)
        else:
            held = self._held[job]
            wait = min(5, error.detail.get("retryAfterMs", 500) / 1000)
            threading.Timer(wait, lambda: self._finished.put(job) if job in self._held and held.answer else None).start()
        return True

    # Jobs

    def _begin(self, job: Job, text: bytes, pool: ThreadPoolExecutor) -> None:
        if job in self._held:
            return
        held = self._held[job] = _Held()
        pool.submit(self._work, job, text, held)

    def _work(self, job: Job, text: bytes, held: _Held) -> None:
        header: Dict[str, Any] = {"document": job.document, "attempt": job.attempt}
        try:
            annotation = self._extract(text.decode("utf-8"), job)
            held.answer = ("RESULT", {**header, "extractor": self._extractor}, [encode(annotation)])
        except Exception as error:  # A text must not end the worker: the service counts the attempt and keeps the reason.
            self._report("".join(traceback.format_exception(type(error), error, error.__traceback__)))
            reason = f"{type(error).__name__}: {error}"[:1000]
            held.answer = ("FAIL", {**header, "retryable": True, "code": "exception", "text": reason}, [])
        self._finished.put(job)

    def _send_finished(self, peer: zmq.Socket[bytes]) -> None:
        while True:
            try:
                job = self._finished.get_nowait()
            except queue.Empty:
                return
            if job in self._held:
                self._send(peer, self._held[job])

    def _send(self, peer: zmq.Socket[bytes], held: _Held) -> None:
        assert held.answer is not None
        kind, header, bodies = held.answer
        held.request = self._say(peer, kind, header, *bodies)

    def _close(self, request: bytes, counts: bool) -> None:
        for job, held in list(self._held.items()):
            if held.request == request:
                del self._held[job]
                self.stored += counts and held.answer is not None and held.answer[0] == "RESULT"

    def _lose(self, jobs: List[Dict[str, Any]]) -> None:
        """Forgets attempts that the service took back; a result that is ready is still sent, as any attempt's is taken."""
        for lost in jobs:
            job = Job(lost["document"], lost["attempt"])
            held = self._held.get(job)
            if held is not None and held.answer is None:
                del self._held[job]

    def _in_flight(self) -> List[Dict[str, Any]]:
        return [job._asdict() for job in self._held]

    @staticmethod
    def _say(peer: zmq.Socket[bytes], kind: str, header: Dict[str, Any], *bodies: bytes) -> bytes:
        request = uuid.uuid4().bytes
        peer.send_multipart([VERSION, kind.encode(), request, encode(header), *bodies])
        return request
