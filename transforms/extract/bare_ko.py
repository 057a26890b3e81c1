"""Korean sums whose verb tells no support: the answer to a question about it, an act of a public body, one more rate.

`얼마를 받나. "8년 동안 최대 442억 원입니다."`; `노동부는 300억원을 떼어 캠퍼스를 꾸린다`; `B에는 60억원이다`.
"""

from transforms.extract.actors import GIVERS
from transforms.extract.contexts import Context
from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.parties import Parties, sense_of
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames

ANSWER = 3  # sentences of an answer in which the sum that was asked for is told


def bare_rule(
    figure: Figure, parties: Parties, context: Context, document: Document, frames: LanguageFrames
) -> str | None:
    """The rule by which a sum without a verb of support is one, or None; a company's own money never is."""
    cues, text, at = frames.grants, document.article.body, figure.value.end
    if parties.firm:
        return None
    if answers(figure, document, frames):
        return "answer"
    unknown = figure.governor is None and figure.clause.predicate is None
    given = (parties.recipients_from or "").startswith(("particle", "right before", "in order"))
    if parties.acts and cues["moved"].match(text, at) and (unknown or (given and sense_of(figure) is None)):
        return "act of a body"
    public = parties.funder is not None and parties.funder.kind in GIVERS and (context.here or context.spoken)
    stated = cues["copula"].match(text, at) or cues["row_next"].match(text, at) or cues["ranked"].match(text, at)
    if public and stated and cues["neutral"].search(text, figure.start, figure.value.start):
        return "sum of a body"
    rated = cues["rate"].search(text, figure.start, figure.value.start)
    if public and stated and rated and cues["each"].search(text, figure.start, figure.value.start):
        return "what each gets"
    if not (context.near or context.told):
        return None
    if unknown and stated and (given or rated):
        return "as before"
    return None


def answers(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the figure's sentence is among the first that answer a question about support."""
    question = _question(figure, document, frames)
    return question is not None and frames.grants["asks"].search(question.text) is not None


def _question(figure: Figure, document: Document, frames: LanguageFrames) -> Sentence | None:
    """The question right above the figure's sentence: in its paragraph, or alone in the one before it."""
    here = document.sentences[figure.sentence]
    for i in range(figure.sentence - 1, max(-1, figure.sentence - 1 - ANSWER), -1):
        before = document.sentences[i]
        if before.field != "body" or here.paragraph - before.paragraph > 1:
            return None
        if frames.grants["question"].search(before.text):
            return before
        if before.paragraph != here.paragraph:
            return None
    return None
