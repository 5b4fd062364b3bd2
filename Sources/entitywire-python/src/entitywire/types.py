"""The objects of the wire, for type checkers. The JSON Schema of an annotation stands beside Protocol.md."""
from __future__ import annotations

from typing import Any, Dict, List, TypedDict


class Submission(TypedDict, total=False):
    """Where a text was met. ``published`` is a day, month or year of the calendar, ``2024-02-15``."""

    id: str
    source: str
    url: str
    title: str
    published: str
    basis: str
    language: str
    tags: List[str]


class Annotation(TypedDict, total=False):
    """What an extractor found in one text; offsets are code points, half-open."""

    schema: str
    document: str
    textSha256: str
    extractor: str
    language: str
    unsupported: bool
    title: Dict[str, Any]
    published: Dict[str, Any]
    sections: List[Dict[str, Any]]
    mentions: List[Dict[str, Any]]
    entities: List[Dict[str, Any]]
    roles: List[Dict[str, Any]]
    quotes: List[Dict[str, Any]]
    dates: List[Dict[str, Any]]
    quantities: List[Dict[str, Any]]
    sources: List[Dict[str, Any]]
