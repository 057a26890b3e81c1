"""The results that an article tells one after another: what was told last gives later ones their day and kind.

한남대가 고배를 마셨다 has no day of its own: it is that of the choice told before it. 이름을 올렸다 is what the results
were of, an early round or the choice itself. A day that is today's news holds for the whole article, another one
for its section.
"""

import re
from dataclasses import replace
from datetime import timedelta

from transforms.extract.passages import Happening
from transforms.extract.timing import Clock, contains, fits, is_result, is_said, usable
from transforms.normalize.values import DateValue

CHOSEN = ("selection", "elimination", "screening")
RECENT = timedelta(days=3)  # a day older than this is no news of the article
LEAD = 4  # sentences of the body in which today's news is told


class Results:
    """What the article has told so far; `latest` is the date of the last past step."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.latest: DateValue | None = None
        self._day: DateValue | None = None
        self._section = -1
        self._kind = "selection"

    def told(self, happening: Happening, when: DateValue | None) -> tuple[Happening, DateValue | None]:
        """The step with the kind and day that the results before it give, where it has none of its own."""
        if happening.status != "achieved" or happening.rule == "event-adnominal":
            return happening, when
        happening = self._named(happening)
        if (
            when is None
            and happening.event in CHOSEN
            and not (self._is_earlier(happening) or self._says_year(happening))
        ):
            if (day := self._known(happening)) is not None:
                self._day = day
                self._section = self.clock.document.discourse.sections[happening.clause.sentence]
                return replace(happening, rule="event-told"), day
            return happening, None
        self._note(happening, when)
        if is_result(happening, self.clock.document, self.clock.frames) and self._names_round(happening):
            return replace(happening, event=self._kind), when
        return happening, when

    def _named(self, happening: Happening) -> Happening:
        """The step with the kind that its sentence or the results before it give to a vague word."""
        if happening.event not in CHOSEN:
            return happening
        sentence = self.clock.document.sentences[happening.clause.sentence]
        lemma, lead = happening.hit.predicate.lemma, sentence.text[: happening.hit.start - sentence.start]
        if self._cue("vague").fullmatch(lemma):
            return replace(happening, event="application" if self._cue("enlists").search(lead) else self._kind)
        final = self._cue("sifted").fullmatch(lemma) and not self._cue("rounds").search(sentence.text)
        return replace(happening, event="selection") if final else happening

    def _is_earlier(self, happening: Happening) -> bool:
        """10개 팀을 추린 뒤 발표평가를 거쳐 5개 팀을 선정했다: a round before the results."""
        behind = self.clock.document.article.body[happening.clause.end : happening.clause.end + 8]
        return self._cue("after").match(behind.lstrip()) is not None

    def _says_year(self, happening: Happening) -> bool:
        """올해 18곳이 뽑혔다: all that the sentence says of its time is the year."""
        clause, published = happening.clause, self.clock.document.published
        return any(contains(d, published) for d in usable(clause.start, clause.end, self.clock))

    def _cue(self, name: str) -> re.Pattern[str]:
        return self.clock.frames.steps[name]

    def _known(self, happening: Happening) -> DateValue | None:
        section = self.clock.document.discourse.sections[happening.clause.sentence]
        today = self._day is not None and self._day.last == self.clock.document.published
        if self._day is not None and (today or section == self._section):
            return self._day
        return self._ahead(happening)

    def _ahead(self, happening: Happening) -> DateValue | None:
        """In the lead, the day on which the next sentence says that the results were told."""
        sentences = self.clock.document.sentences
        body = [i for i, s in enumerate(sentences) if s.field == "body"]
        if happening.clause.sentence not in body[:LEAD]:
            return None
        start, end = happening.clause.end, sentences[body[min(LEAD, len(body) - 1)]].end
        days = [d for d in usable(start, end, self.clock) if is_said(d, self.clock)]
        return next((d for d in days if self._is_news(d)), None) or self._decided(happening)

    def _is_news(self, day: DateValue) -> bool:
        published = self.clock.document.published
        return published is not None and day.last is not None and timedelta() <= published - day.last <= RECENT

    def _decided(self, happening: Happening) -> DateValue | None:
        """위원회는 12일 이 안건을 의결했다: the day that the next sentence gives to the choice just told."""
        document = self.clock.document
        following = document.sentences[happening.clause.sentence + 1 : happening.clause.sentence + 2]
        if not following or not self._cue("decided").search(following[0].text):
            return None
        days = usable(following[0].start, following[0].end, self.clock)
        fine = [d for d in days if d.precision == "day" and d.relation == "on"]
        return next((d for d in fine if fits(d, "achieved", document.published)), None)

    def _note(self, happening: Happening, when: DateValue | None) -> None:
        if when is None:
            return
        if when.last or when.first:
            self.latest = when
        results = is_result(happening, self.clock.document, self.clock.frames)
        if happening.event in CHOSEN or results:
            self._day = when
            self._section = self.clock.document.discourse.sections[happening.clause.sentence]
            self._kind = self._round(happening) if results else happening.event
            if self._kind == "elimination":
                self._kind = "selection"

    def _names_round(self, happening: Happening) -> bool:
        lead = self.clock.document.article.body[happening.clause.start : happening.hit.start]
        return self._cue("chosen").search(lead) is not None

    def _round(self, happening: Happening) -> str:
        """예비지정 평가 결과: the results of a round."""
        lead = self.clock.document.article.body[happening.clause.start : happening.hit.start]
        return "screening" if self._cue("early").search(lead) else "selection"
