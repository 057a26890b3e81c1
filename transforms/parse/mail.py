"""What the headers of a mail say of the article that it holds."""

from dataclasses import replace
from email.utils import parseaddr

from transforms.lexicon.model import Lexicon
from transforms.parse.clean import line
from transforms.parse.dates import moment
from transforms.parse.draft import Draft

SUBJECT_MARKS = ("fwd:", "fw:", "re:", "전달:", "회신:")


def with_headers(draft: Draft, headers: tuple[tuple[str, str], ...], lexicon: Lexicon) -> Draft:
    """The draft with subject as title, date and sender where its text does not state its own; unchanged without
    headers."""
    stated = dict(headers)
    if not stated:
        return draft
    subject = line(stated.get("subject", ""))
    while (mark := next((m for m in SUBJECT_MARKS if subject.casefold().startswith(m)), None)) is not None:
        subject = subject[len(mark) :].strip()
    body = (
        f"{draft.title}\n\n{draft.body}".strip()
        if draft.title and draft.provenance[:1] == (("title", "first line"),)
        else draft.body
    )
    return replace(
        draft,
        title=subject or draft.title,
        body=body,
        publisher=draft.publisher or line(parseaddr(stated.get("from", ""))[0]) or None,
        published=draft.published or moment(stated.get("date", ""), lexicon.reading),
        provenance=(*draft.provenance, ("title", "subject")),
    )
