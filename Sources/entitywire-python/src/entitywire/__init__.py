"""Client and worker for EntityWire, over the protocol EW/1.

``Client`` submits texts, asks questions, gives commands and follows the feed; ``Worker`` takes jobs and gives results
back; ``AnnotationBuilder`` makes results that the service accepts. Offsets count code points, as Python's strings do.
"""
from .annotation import AnnotationBuilder
from .client import Client, Event
from .connection import Key
from .errors import EntityWireError, Refused, Unreachable
from .types import Annotation, Submission
from .worker import Job, Worker

__all__ = [
    "Annotation", "AnnotationBuilder", "Client", "EntityWireError", "Event", "Job", "Key", "Refused", "Submission",
    "Unreachable", "Worker",
]
