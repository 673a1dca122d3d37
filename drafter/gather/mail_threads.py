"""The body of a message: new words, quoted ones with their writer, forwarded messages, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.gather.composing import Line
from drafter.gather.plain_text import text_lines

_WROTE = re.compile(
    r"^(?:On\s(?P<en>.{6,200}?)\swrote:|Am\s(?P<de>.{6,200}?)(?:\sschrieb\s?(?P<de2>.{0,120}?)):"
    r"|Le\s(?P<fr>.{6,200}?)\sa écrit\s?:"
    r"|El\s(?P<es>.{6,200}?)\sescribió:|Il\s(?P<it>.{6,200}?)\sha scritto:|Em\s(?P<pt>.{6,200}?)\sescreveu:"
    r"|Op\s(?P<nl>.{6,200}?)\sschreef(?P<nl2>.{0,120}?):"
    r"|Den\s(?P<sv>.{6,200}?)\sskrev(?P<sv2>.{0,120}?):|(?P<ja>.{0,30}\d{4}年.{4,120}?)(?:のメール|:)"
    r"|(?P<plain>.{3,120}?)\s(?:wrote|schrieb|a écrit|escribió)\s?:)\s*$"
)
_DIVIDER = re.compile(
    r"^\s*(?:-{2,}\s?|_{5,}\s*)?(?:(?:Original|Forwarded|Ursprüngliche|Weitergeleitete|Message|Mensaje"
    r"|Messaggio|Mensagem|Begin forwarded)\s?(?:message|Nachricht|d'origine|transféré|original|reenviado"
    r"|inoltrato|encaminhada)?)\s*:?\s*(?:-{2,})\s*$"
    r"|^\s*Begin forwarded message:\s*$|^\s*Anfang der weitergeleiteten Nachricht:\s*$"
    r"|^\s*Début du message (?:réexpédié|transféré)\s?:\s*$|^_{20,}\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\*?(?:From|Von|De|Da|Van|Från|Fra|差出人|发件人)\*?\s?[:：]\*?\s*(?P<who>\S.*)$")
_FIELD = re.compile(
    r"^\*?(?:Sent|Date|To|Cc|Subject|Reply-To|Gesendet|Datum|An|Kopie|Betreff|Envoyé|À|Objet|Enviado(?: el)?"
    r"|Fecha|Para|Asunto|Inviato|A|Oggetto|Data|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|送信日時|日時|宛先|件名|发送时间"
    r"|收件人|主题)\*?\s?[:：]",
)
_MARKS = re.compile(r"^(?:\s{0,3}[>|]\s?)+")
_SIGNATURE = re.compile(r"^--\s?$")
_MOBILE = re.compile(
    r"^(?:Sent from my|Get Outlook for|Von meinem .{2,20} gesendet|Envoyé de mon|Enviado desde mi|iPhoneから送信)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\s*[<\[(](?:mailto:)?[^<>\s]{1,64}@[^<>\s]{1,100}[>\])]")
_TIME = re.compile(
    r".*?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[AaPp]\.?[Mm]\.?|Uhr)?,?\s*(?:\(?[A-Z]{2,5}\)?|[+-]\d{4})?,?\s*(?:um"
    r"|at|à|a las|alle)?\s*"
)


@dataclass(slots=True)
class _Voice:
    """Who speaks in the lines that follow."""

    writer: str | None = None
    quoted: bool = False


def thread_lines(text: str) -> list[Line]:
    """The lines of a body: the sender's as paragraphs, others' as quoted with their writer as label."""
    found: list[Line] = []
    chunk: list[str] = []
    voice, depth = _Voice(), 0
    writers: dict[int, str] = {}
    rows = _unwrapped(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for position, row in enumerate(rows):
        marks = _MARKS.match(row)
        level = marks[0].count(">") + marks[0].count("|") if marks else 0
        bare = row[marks.end() :] if marks else row
        speaker = _speaker(bare, rows, position)
        if level != depth or speaker is not None:
            found += _spoken(chunk, voice, depth)
            chunk, depth = [], level
        if speaker is not None:
            writers[level + 1] = speaker
            if _FROM.match(bare) or _DIVIDER.match(bare):
                voice = _Voice(speaker or voice.writer, quoted=True)
            found.append(
                Line(bare, "data" if _FROM.match(bare) else "paragraph", label="From" if _FROM.match(bare) else None)
            )
            continue
        if level and depth == level and writers.get(level):
            voice = _Voice(writers[level], quoted=voice.quoted)
        if voice.quoted and _FIELD.match(bare) and not chunk:
            found.append(Line(bare, "data", label=bare.partition(":")[0].strip("* ")))
            continue
        chunk.append(bare)
    return [*found, *_spoken(chunk, voice, depth)]


def _spoken(chunk: list[str], voice: _Voice, depth: int) -> list[Line]:
    """The lines one person wrote in a row, without the signature of a telephone."""
    kept = [row for row in chunk if not _MOBILE.match(row)]
    lines = text_lines("\n".join("" if _SIGNATURE.match(row) else row for row in kept))
    if depth or voice.quoted:
        for line in lines:
            line.kind, line.label, line.level = "quoted", voice.writer, None
    return lines


def _speaker(row: str, rows: list[str], position: int) -> str | None:
    """The writer a line announces: a name, an empty string where it names none, ``None`` where it announces nobody."""
    wrote = _WROTE.match(row.strip()) if row.rstrip().endswith((":", "メール")) else None
    if wrote:
        return _name(" ".join(part for part in wrote.groups() if part))
    if _DIVIDER.match(row):
        return ""
    sender = _FROM.match(row.strip())
    if sender and any(
        _FIELD.match(_MARKS.sub("", following).strip()) for following in rows[position + 1 : position + 4]
    ):
        return _name(sender["who"])
    return None


def _name(announced: str) -> str:
    """The name in "Tue, 3 Mar 2020 at 10:12, Ada Quill <ada@example.org>"."""
    text = _ADDRESS.sub("", announced).strip()
    text = _TIME.sub("", text, count=1) if _TIME.match(text) else text
    text = re.sub(r"^(?:.*\b(?:19|20)\d\d\b),?\s*", "", text)
    return text.strip(" ,:;\"'*<>")[:120]


def _unwrapped(rows: list[str]) -> list[str]:
    """Joins "On …, Ada Quill" and "wrote:" where a mail program broke the line."""
    joined: list[str] = []
    for row in rows:
        opening = (
            joined
            and re.match(r"\s*(?:[>|]\s?)*(?:On|Am|Le|El|Il|Em|Op|Den)\s.*\d", joined[-1])
            and len(joined[-1]) < 160
        )
        if (
            opening
            and re.search(
                r"(?:wrote|schrieb.{0,80}|a écrit|escribió|ha scritto|escreveu|schreef.{0,80}|skrev.{0,80})\s?:\s*$",
                row,
            )
            and len(row) < 160
            and not joined[-1].rstrip().endswith(":")
        ):
            joined[-1] = joined[-1].rstrip() + " " + _MARKS.sub("", row).strip()
        else:
            joined.append(row)
    return joined
