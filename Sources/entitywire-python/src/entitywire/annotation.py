"""Makes annotations that the service accepts, from spans of a text."""
from __future__ import annotations

import hashlib
from typing import Any, Dict, List, Optional, Tuple

from .types import Annotation


class AnnotationBuilder:
    """Collects what was found in one text; ``build`` gives the annotation, in order and complete.

    Spans are code points, half-open, as slices of a Python string are. Mentions of one name and type are one entity.
    """

    def __init__(self, text: str, extractor: str, language: Optional[str] = None):
        self._text, self._extractor, self._language = text, extractor, language
        self._mentions: List[Dict[str, Any]] = []
        self._roles: List[Dict[str, Any]] = []
        self._quotes: List[Dict[str, Any]] = []
        self._names: List[Tuple[str, str]] = []

    def mention(self, start: int, end: int, type: str, name: Optional[str] = None, confidence: float = 1.0) -> str:
        """Adds a name: ``type`` is PERSON, ORG, LOC, FAC, NORP, EVENT, PRODUCT or MISC. Returns a handle of its entity."""
        best = (type, name or self._text[start:end])
        if best not in self._names:
            self._names.append(best)
        self._mentions.append({
            **self._span(start, end), "type": type, "kind": "name", "entity": self._names.index(best),
            "confidence": round(confidence, 2)})
        return str(self._names.index(best))

    def role(self, start: int, end: int, holder: str, office: Optional[str] = None) -> None:
        """Adds an office that the text gives to the entity of a handle."""
        span = self._span(start, end)
        self._roles.append({**span, "office": office or span["text"], "holder": int(holder)})

    def quote(self, start: int, end: int, speaker: Optional[str] = None, kind: str = "direct", **fields: Any) -> None:
        """Adds a quotation; further fields (``speakerText``, ``cue``, …) are those of the annotation."""
        quote = {**self._span(start, end), "kind": kind, **fields}
        if speaker is not None:
            quote["speaker"] = int(speaker)
        self._quotes.append(quote)

    def build(self) -> Annotation:
        """The annotation: entities numbered in order of their first mention, all lists in order of start."""
        order = lambda fact: (fact["start"], fact["end"])  # noqa: E731
        mentions = sorted(self._mentions, key=order)
        ids: Dict[int, str] = {}
        for mention in mentions:
            ids.setdefault(mention["entity"], f"e{len(ids) + 1}")
        key = hashlib.sha256(self._text.encode("utf-8")).hexdigest()
        found: Dict[str, Any] = {
            "schema": "entitywire/1", "document": key, "textSha256": key, "extractor": self._extractor,
            "sections": [{"kind": "body", "start": 0, "end": len(self._text)}],
            "mentions": [
                {**mention, "id": f"m{number}", "entity": ids[mention["entity"]]}
                for number, mention in enumerate(mentions, 1)],
            "entities": [
                {"id": ids[number], "type": self._names[number][0], "name": self._names[number][1], "aliases": []}
                for number in ids],
            "roles": [{**role, "holder": ids[role["holder"]]} for role in sorted(self._roles, key=order)],
            "quotes": [
                {**quote, "speaker": ids[quote["speaker"]]} if "speaker" in quote else quote
                for quote in sorted(self._quotes, key=order)],
            "dates": [], "quantities": [], "sources": []}
        if self._language:
            found["language"] = self._language
        return found  # type: ignore[return-value]

    def _span(self, start: int, end: int) -> Dict[str, Any]:
        if not 0 <= start < end <= len(self._text):
            raise ValueError(f"{start} to {end} is no span of a text of {len(self._text)} code points")
        return {"start": start, "end": end, "text": self._text[start:end]}
