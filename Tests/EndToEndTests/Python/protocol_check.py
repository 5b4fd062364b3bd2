"""Speaks EW/1 with a running service, written from Protocol.md alone.

usage: protocol_check.py WORK_PORT QUERY_PORT FEED_PORT
Prints a line a check and exits with 1 at the first that fails.
"""
import hashlib
import json
import signal
import sys
import uuid

import zmq

# A service that never answers must not keep the test waiting.
signal.alarm(100)
work_port, query_port, feed_port = sys.argv[1:4]
context = zmq.Context()
context.linger = 0
checks = 0


def socket(kind, port):
    s = context.socket(kind)
    s.rcvtimeo = 20_000
    s.connect(f"tcp://127.0.0.1:{port}")
    return s


work, query = socket(zmq.DEALER, work_port), socket(zmq.DEALER, query_port)


def receive(s):
    frames = s.recv_multipart()
    assert frames[0] == b"EW/1", frames[0]
    header = json.loads(frames[3])
    return frames[1].decode(), frames[2], header, frames[4:]


def ask(s, kind, header=None, *bodies):
    request = uuid.uuid4().bytes
    s.send_multipart([b"EW/1", kind.encode(), request, json.dumps(header or {}).encode(), *bodies])
    got, answered, reply, parts = receive(s)
    assert answered == request, "the request id comes back"
    return got, reply, parts


def refused(s, code, kind, header=None, *bodies):
    got, reply, _ = ask(s, kind, header, *bodies)
    assert got == "ERROR" and reply["code"] == code, (kind, code, got, reply)
    assert reply["message"] and reply["retry"] in ("never", "later", "now"), reply
    return reply


def check(name, condition, seen=None):
    global checks
    checks += 1
    if not condition:
        sys.exit(f"FAILED {name}: {seen}")
    print("ok", name)


def key(text):
    return hashlib.sha256(text).hexdigest()


def submit(text, **submission):
    return ask(work, "SUBMIT", {"sha256": key(text), "submission": submission}, text)


# --- the feed first, so that nothing is missed
feed = socket(zmq.SUB, feed_port)
feed.subscribe(b"")
event, header = feed.recv_multipart()
check("the feed beats", event == b"heartbeat" and "epoch" in json.loads(header), header)

# --- anyone
for s in (work, query):
    got, pong, _ = ask(s, "PING")
    check("PING", got == "PONG" and {"version", "epoch", "last"} <= set(pong), pong)
req = socket(zmq.REQ, query_port)
req.send_multipart([b"EW/1", b"PING", b"1", b"{}"])
check("a REQ socket is served", req.recv_multipart()[1] == b"PONG")

# --- submitters
text = "Łódź: President Anna Example met Jean-Luc Moreau of Example Corp on Thursday. 😀".encode()
got, accepted, _ = submit(text, id="a-1", source="Example Times", published="2024-02-15")
check("SUBMIT", got == "ACCEPTED" and accepted == {"document": key(text), "duplicate": False, "state": "ready"}, accepted)
got, again, _ = submit(text, id="a-1", source="Example Times", published="2024-02-15")
check("SUBMIT again", got == "ACCEPTED" and again["duplicate"] is True, again)

# --- what is wrong is named, and the connection lives
bad = refused(work, "bad_field", "SUBMIT", {"sha256": key(b"other"), "submission": {}}, text)
check("a wrong hash", bad["detail"]["field"] == "sha256", bad)
for name, wrong in (("empty", b""), ("white space", b" \n"), ("NUL", b"a\0b"), ("invalid UTF-8", b"a\xff")):
    bad = refused(work, "bad_field", "SUBMIT", {"sha256": key(wrong), "submission": {}}, wrong)
    check(f"{name} text", bad["detail"]["field"] == "text", bad)
bad = refused(work, "bad_field", "SUBMIT", {"sha256": key(text), "submission": {"published": "soon"}}, text)
check("a date that is none", bad["detail"]["field"] == "published", bad)
bad = refused(work, "bad_field", "SUBMIT", {"submission": {}}, text)
check("a missing field", bad["detail"]["field"] == "sha256", bad)
big = b"x" * (4 * 1024 * 1024 + 1)
bad = refused(work, "too_large", "SUBMIT", {"sha256": key(big), "submission": {}}, big)
check("a text above the limit", bad["detail"]["limit"] == 4 * 1024 * 1024, bad)
refused(work, "malformed", "SUBMIT", {"sha256": key(text), "submission": {}})
refused(work, "unknown_kind", "DANCE")
refused(work, "unknown_kind", "QUERY", {"method": "status"})
refused(query, "unknown_kind", "SUBMIT", {"sha256": key(text), "submission": {}}, text)
check("kinds and ports", True)
for name, frames, code in (
    ("another version", [b"EW/2", b"PING", b"7", b"{}"], "version"),
    ("no JSON", [b"EW/1", b"PING", b"7", b"{"], "malformed"),
    ("deep JSON", [b"EW/1", b"PING", b"7", b'{"a":' + b"[" * 40 + b"]" * 40 + b"}"], "malformed"),
    ("a long header", [b"EW/1", b"PING", b"7", b'{"a":"' + b"x" * 17_000 + b'"}'], "too_large"),
    ("too many frames", [b"EW/1", b"PING", b"7", b"{}", b"", b"", b""], "malformed"),
):
    work.send_multipart(frames)
    kind, request, error, _ = receive(work)
    ok = kind == "ERROR" and request == b"7" and error["code"] == code
    # Half an object may be read as far as PING needs it: only a header that is used must parse.
    check(name, ok or (name == "no JSON" and kind == "PONG"), (kind, error))
for frames in ([b"EW/1"], [b"x"], [b"EW/1", b"PING", b"", b"{}"]):
    work.send_multipart(frames)
    kind, request, error, _ = receive(work)
    check("frames without a request id", kind == "ERROR" and request == b"-" and error["code"] == "malformed", error)

# --- a worker of our own
version = "python-1"
hello = {"name": "python", "instance": uuid.uuid4().hex, "extractor": version, "window": 2, "windowBytes": 1 << 20, "inFlight": []}
refused(work, "unknown_session", "HEARTBEAT", {"inFlight": []})
request = b"hello"
work.send_multipart([b"EW/1", b"HELLO", request, json.dumps(hello).encode()])
seen = {}
while {"WELCOME", "JOB"} - set(seen):
    kind, _, header, bodies = receive(work)
    seen[kind] = (header, bodies)
welcome, (job, bodies) = seen["WELCOME"][0], seen["JOB"]
check("WELCOME", welcome["pinned"] == version and welcome["heartbeatMs"] > 0, welcome)
check("JOB", job["document"] == key(text) and job["attempt"] == 1 and bodies == [text], job)
attempt = {"document": job["document"], "attempt": job["attempt"]}
got, beat, _ = ask(work, "HEARTBEAT", {"inFlight": [attempt, {"document": key(b"?"), "attempt": 3}]})
check("HEARTBEAT", got == "HEARTBEAT" and beat["inFlight"] == [{"document": key(b"?"), "attempt": 3}], beat)
refused(work, "stale_attempt", "FAIL", {**attempt, "attempt": 9, "retryable": True, "code": "x", "text": "y"})

words = text.decode()


def span(part):
    start = words.index(part)
    return {"start": start, "end": start + len(part), "text": part}


annotation = {
    "schema": "entitywire/1", "document": key(text), "textSha256": key(text), "extractor": version, "language": "en",
    "sections": [{"kind": "body", "start": 0, "end": len(words)}],
    "mentions": [{"id": "m1", **span("Anna Example"), "type": "PERSON", "kind": "name", "entity": "e1", "confidence": 0.9}],
    "entities": [{"id": "e1", "type": "PERSON", "name": "Anna Example", "aliases": []}],
    "roles": [{"holder": "e1", "office": "President", **span("President")}],
    "quotes": [], "dates": [{**span("Thursday"), "type": "date", "value": "XXXX-WXX-4"}], "quantities": [], "sources": [],
}
result = {**attempt, "extractor": version}
got, stored, _ = ask(work, "RESULT", result, json.dumps(annotation).encode())
check("RESULT", got == "STORED" and stored["duplicate"] is False, stored)
got, stored, _ = ask(work, "RESULT", result, json.dumps(annotation).encode())
check("RESULT again", got == "STORED" and stored["duplicate"] is True, stored)
got, credit, _ = ask(work, "CREDIT", {"window": 0})
check("CREDIT", got == "CREDIT" and credit["window"] == 0, credit)

# --- a self-fed extractor
other = b"Anna Example was in Oslo."
annotation2 = {
    **annotation, "document": key(other), "textSha256": key(other), "roles": [], "dates": [],
    "sections": [{"kind": "body", "start": 0, "end": len(other)}],
    "mentions": [{"id": "m1", "start": 0, "end": 12, "text": "Anna Example", "type": "PERSON", "kind": "name", "entity": "e1", "confidence": 0.9}],
}
publish = {"sha256": key(other), "submission": {"source": "Oslo Post"}, "extractor": version}
wrong = json.loads(json.dumps(annotation2))
wrong["mentions"][0]["end"] = 11
refused(work, "bad_field", "PUBLISH", publish, other, json.dumps(wrong).encode())
got, stored, _ = ask(work, "PUBLISH", publish, other, json.dumps(annotation2).encode())
check("PUBLISH", got == "STORED" and stored["duplicate"] is False, stored)
got, stored, _ = ask(work, "PUBLISH", publish, other, json.dumps(annotation2).encode())
check("PUBLISH again", got == "STORED" and stored["duplicate"] is True, stored)


# --- clients
def question(method, **parameters):
    got, header, bodies = ask(query, "QUERY", {"method": method}, json.dumps(parameters).encode())
    assert got == "OK", (method, header)
    return json.loads(bodies[0])


check("status", question("status")["queue"]["done"] == 2)
found = question("entities", name="anna")["items"]
check("entities", len(found) == 1 and found[0]["documents"] == 2, found)
entity = question("entity", entity="ANNA EXAMPLE")
check("entity", entity["roles"][0]["text"] == "President" and len(entity["documents"]) == 2, entity)
check("documents", [d["document"] for d in question("documents", text="Oslo")["items"]] == [key(other)])
document = question("document", document=key(text)[:8])
check("document", document["text"] == words and document["annotation"]["dates"][0]["resolved"] == "2024-02-15", document)
check("mentions", len(question("mentions", entity="Anna Example")["items"]) == 2)
check("pages", len(question("annotations", limit=1)["items"]) == 1)
check("methods", "documents" in [m["method"] for m in question("methods")["items"]])
refused(query, "unknown_document", "QUERY", {"method": "document"}, b'{"document":"0000000000"}')
refused(query, "unknown_entity", "QUERY", {"method": "entity"}, b'{"entity":"Nobody Atall"}')
refused(query, "bad_field", "QUERY", {"method": "dance"})

# --- the feed, live and by SINCE
last = ask(query, "PING")[1]["last"]
live = []
while not live or live[-1]["sequence"] < last:
    event, header = feed.recv_multipart()
    if event != b"heartbeat":
        live.append({"event": event.decode(), **json.loads(header)})
epoch = live[0]["epoch"]
got, since, bodies = ask(query, "SINCE", {"epoch": epoch, "sequence": 0})
events = json.loads(bodies[0])["events"]
numbers = [e["sequence"] for e in events]
check("SINCE", got == "OK" and numbers == list(range(1, len(numbers) + 1)) and since["last"] == numbers[-1], since)
mine = [(e["sequence"], e["event"]) for e in live]
check("the feed is SINCE, live", mine == [(e["sequence"], e["event"]) for e in events][: len(mine)], (mine, events))

# --- commands
command = {"method": "delete", "command": uuid.uuid4().hex}
first = ask(query, "COMMAND", command, json.dumps({"document": key(other)}).encode())
second = ask(query, "COMMAND", command, json.dumps({"document": key(other)}).encode())
check("COMMAND twice is once", first[0] == "OK" and first[2] == second[2], (first, second))
check("what is deleted is gone", [d["document"] for d in question("documents", text="Oslo")["items"]] == [])
backup = {"method": "backup", "command": uuid.uuid4().hex}
first = ask(query, "COMMAND", backup, b'{"file":"copy.db"}')
second = ask(query, "COMMAND", backup, b'{"file":"copy.db"}')
check("backup twice is once", first[0] == "OK" and first[2] == second[2], (first, second))
refused(query, "bad_field", "COMMAND", {"method": "backup", "command": "another"}, b'{"file":"copy.db"}')
refused(query, "bad_field", "COMMAND", {"method": "backup", "command": "another"}, b'{"file":"../copy.db"}')
got, _, _ = ask(work, "BYE")
check("BYE", got == "BYE")
print(f"{checks} checks passed")
