"""Uses the Python package against a real service, whose ports are in the environment.

The service has one extractor of the Swift programs, or, where ENTITYWIRE_TEST_WORKER is set, none: then this is it.
"""
import os
import signal
import threading
import time
import unittest

from entitywire import AnnotationBuilder, Client, EntityWireError, Key, Refused, Unreachable, Worker

signal.alarm(100)
OWN_WORKER = os.environ.get("ENTITYWIRE_TEST_WORKER")


@unittest.skipIf(OWN_WORKER, "the other half")
class ClientTests(unittest.TestCase):
    def setUp(self):
        self.client = Client(timeout=20)
        self.addCleanup(self.client.close)

    def submit(self, text, **submission):
        return self.client.submit(text, submission)["document"]

    def test_what_was_submitted_can_be_asked_for(self):
        text = "Amina Okafor of Norway said on Friday that she would meet Jean Moreau in Paris next week."
        key = self.submit(text, source="Pier Post", published="2024-02-15")
        found = self.client.wait(key)
        self.assertEqual(found["state"], "done")
        self.assertIn("Amina Okafor", [entity["name"] for entity in found["annotation"]["entities"]])
        self.assertEqual([item["document"] for item in self.client.documents(text="Moreau")], [key])
        self.assertEqual([item["document"] for item in self.client.documents(source="Pier Post")], [key])
        self.assertEqual(self.client.entity("Amina Okafor")["entity"]["type"], "PERSON")
        self.assertEqual([mention["text"] for mention in self.client.mentions("Norway")], ["Norway"])
        again = self.client.submit(text, {"source": "Pier Post", "published": "2024-02-15"})
        self.assertEqual((again["document"], again["duplicate"]), (key, True))

    def test_pages_go_to_the_end(self):
        keys = {self.submit(f"Report {number} came from the harbour.", tags=["pages"]) for number in range(7)}
        for key in keys:
            self.client.wait(key)
        items = list(self.client.pages("documents", text="harbour", limit=3))
        self.assertEqual({item["document"] for item in items}, keys)

    def test_refusals_say_why(self):
        with self.assertRaises(Refused) as refused:
            self.client.submit("")
        self.assertEqual((refused.exception.code, refused.exception.retry), ("bad_field", "never"))
        with self.assertRaises(Refused) as refused:
            self.client.document("0" * 64)
        self.assertEqual(refused.exception.code, "unknown_document")

    def test_nobody_there_is_told_within_the_limit(self):
        began = time.monotonic()
        with self.assertRaises(Unreachable):
            Client(query_port=9, timeout=0.5).status()
        self.assertLess(time.monotonic() - began, 10)

    def test_a_command_is_done(self):
        key = self.submit("This text is to be deleted.")
        self.client.wait(key)
        self.assertEqual(self.client.command("delete", document=key)["document"], key)
        self.assertEqual(self.client.document(key)["state"], "deleted")

    def test_events_come_once_each_and_go_on_behind_one(self):
        keys = [self.submit(f"Event {number} was seen by Anna Berg.") for number in range(3)]
        for key in keys:
            self.client.wait(key)
        events = list(self.client.events(idle=1.5))
        self.assertEqual([event.sequence for event in events], list(range(1, len(events) + 1)))
        stored = [event for event in events if event.event == "stored" and event.document in keys]
        self.assertEqual(len(stored), 3)
        late = []

        def follow():
            with Client(timeout=20) as listener:
                late.extend(listener.events(after=events[-1], idle=3))

        follower = threading.Thread(target=follow)
        follower.start()
        newest = self.submit("One more came while somebody listened.")
        follower.join()
        self.assertEqual([event.event for event in late if event.document == newest][0], "accepted")
        self.assertEqual(late[0].sequence, events[-1].sequence + 1)

    def test_a_file_that_is_no_key_is_told(self):
        with self.assertRaises(EntityWireError):
            Key.read(__file__)


@unittest.skipUnless(OWN_WORKER, "the other half")
class WorkerTests(unittest.TestCase):
    def test_a_worker_serves_until_it_is_told_to_stop(self):
        def extract(text, job):
            if "unreadable" in text:
                raise ValueError("a text that this worker cannot read")
            found = AnnotationBuilder(text, "words-1", language="en")
            start = text.index("Zoë")
            who = found.mention(start, start + 3, "PERSON", confidence=0.9)
            found.role(start + 4, start + 10, who)
            return found.build()

        client, lines = Client(timeout=20), []
        good = [client.submit(f"Zoë editor 🎈 {number}")["document"] for number in range(20)]
        bad = client.submit("An unreadable text.")["document"]
        worker = Worker("words-1", extract, jobs=2, report=lines.append)
        running = threading.Thread(target=worker.run)
        running.start()
        for key in good:
            found = client.wait(key, timeout=30)
            self.assertEqual(found["annotation"]["entities"][0]["name"], "Zoë")
            self.assertEqual(found["annotation"]["roles"][0]["office"], "editor")
        end = time.monotonic() + 20
        while not (job := [job for job in client.pages("jobs") if job["document"] == bad])[0]["failures"]:
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        self.assertIn("a text that this worker cannot read", job[0]["reason"])
        worker.stop()
        running.join(30)
        self.assertFalse(running.is_alive())
        self.assertEqual(worker.stored, 20)
        self.assertEqual(client.ask("workers")["items"], [])
        client.close()


if __name__ == "__main__":
    unittest.main(verbosity=2)
