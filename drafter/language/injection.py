"""Text that addresses a language model instead of a reader; it is left out and reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from drafter.resources import once

_BEFORE = (
    r"(?:all |any |every |the |your |my |of |these |those |previous |prior |above |earlier |preceding |foregoing "
    r"|other |system |existing |current )"
)
_ORDERS = (
    rf"(?:ignore|disregard|forget|override|bypass|neglect|do not follow|don't follow|stop following"
    rf"|discard)\s+{_BEFORE}{{1,6}}"
    r"(?:instruction|prompt|direction|rule|guideline|command|message|context|constraint|training|programming"
    r"|polic)\w*",
    r"(?:ignore|disregard|forget)\s+(?:everything|anything|all|whatever)\s+(?:that\s+)?(?:you(?:'ve| have)?\s|above"
    r"|before|was (?:said|written)|written above|said)\w*",
    r"(?:ignore|disregard|forget)\s+what you\s?(?:were|are|'ve been|have been|had been)"
    r" (?:told|given|asked|instructed)\b",
    r"(?:you are|you're) now\s+(?:an?\s+|the\s+|in\s+)?(?:\w+\s+){0,3}"
    r"(?:ai|language model|llm|assistant|chatbot|chatgpt|dan|developer mode|unrestricted)\b",
    r"(?:you are|you're|pretend to be)\s+(?:an?\s+)?(?:\w+\s+){0,2}(?:ai|language model|llm|chatbot)\b",
    r"^\s*(?:system|assistant|user)\s*:\s*(?:you |ignore|always|never|from now)",
    r"^\s*(?:system|assistant)\s*:\s*(?:please|disregard|forget|do not|don't)\b",
    r"(?:(?:attention|note|notice|message|instructions?|hey|dear|important)[ ,:-]+)?(?:to |for |all |any )*"
    r"(?:ai (?:assistants?|agents?|models?|systems?|readers?|bots?|crawlers?|summari[sz]ers?)|llms?"
    r"|language models?|chatbots?|chatgpt|gpt-?\d\w*|claude|copilot|gemini)"
    r"[ ,:-]+(?:\w+ ){0,6}?(?:must|should|please|ignore|include|mention|recommend|say|write|output|respond"
    r"|reply|summari[sz]e|treat|describe|rate|rank|tell|praise|always|never|do not|read(?:ing)? this)\b",
    r"if you(?:'re| are)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:ai|llm|language model|assistant|chatbot|bot"
    r"|crawler|machine|model)\b",
    r"as an ai(?: language)?(?: model| assistant)?,? (?:you|please|ignore|always)",
    r"(?:new|updated|revised|real|actual|hidden|secret|override)\s+(?:system\s+)?(?:instructions?"
    r"|prompt)\s*(?::|are|is)\s",
    r"(?:reveal|print|repeat|output|show|leak|display)\s+(?:me\s+)?(?:your|the)\s+(?:full\s+|hidden\s+"
    r"|entire\s+|initial\s+|original\s+)?(?:system\s+)?(?:prompt|instructions|system message)",
    r"(?:^|\n|\s)(?:system|assistant|user)\s*(?:prompt|message|instruction|override)\s*:",
    r"<\|?(?:im_start|im_end|system|endoftext|assistant)\|?>|\[/?(?:INST|SYS|SYSTEM)\]|<</?SYS>>"
    r"|#{2,}\s*(?:system|instructions?)\s*:",
    r"(?:begin|end|start)\s+(?:of\s+)?(?:system|hidden|new)\s+(?:prompt|instructions?|message)",
    r"(?:in|with) your (?:reply|response|answer|summary|output|draft|message),?\s+(?:always|you must|include"
    r"|mention|say|state|recommend|write)\b",
    # German, French, Spanish, Italian, Portuguese, Dutch
    r"(?:ignorier\w*|missacht\w*|vergiss|vergessen sie|überschreib\w*)\s+(?:\w+\s+){0,4}(?:anweisung"
    r"|instruktion|befehl|anordnung|vorgabe|prompt|regel|eingabe)\w*",
    r"(?:ignor(?:e[zr]?|er|ons)|oubli(?:e[zr]?|er)|ne (?:tenez|tiens) pas compte d"
    r"|négligez)\S*\s+(?:\S+\s+){0,4}(?:instruction|consigne|directive|règle|commande|prompt)\S*",
    r"(?:ignor[ae]n?|ignorar|olvid[ae]n?|omit[ae]n?|haz caso omiso|descart[ae]n?|esque[cç]a"
    r"|desconsidere)\s+(?:\w+\s+){0,4}(?:instrucci|instruç|orden|indicaci|regla|regra|prompt|comando)\w*",
    r"(?:ignora(?:te|re)?|dimentica(?:te|re)?)\s+(?:\w+\s+){0,4}(?:istruzion|comand|indicazion|regol|prompt)\w*",
    r"(?:negeer|vergeet)\s+(?:\w+\s+){0,4}(?:instructie|opdracht|aanwijzing|regel|prompt)\w*",
    r"(?:wenn|falls|sofern)\s+(?:du|sie)\s+(?:eine?\s+)?(?:ki|sprachmodell|künstliche intelligenz|chatbot"
    r"|assistent)\b",
    r"si (?:vous êtes|tu es)\s+(?:une?\s+)?(?:ia|intelligence artificielle|modèle de langage|assistant|chatbot)\b",
    r"si eres\s+(?:una?\s+)?(?:ia|inteligencia artificial|modelo de lenguaje|asistente|chatbot)\b",
    # Russian, Polish, Turkish, Arabic, Hebrew, Chinese, Japanese, Korean
    r"(?:игнорируй\w*|проигнорируй\w*|забудь\w*)\s+(?:\w+\s+){0,4}(?:инструкци|указани|команд|правил)\w*",
    r"(?:zignoruj|ignoruj|zapomnij)\w*\s+(?:\w+\s+){0,4}(?:instrukcj|polece|zasad)\w*",
    r"(?:talimat|komut|yönerge)\w*\s+(?:\w+\s+){0,3}(?:yok say|görmezden gel|unut)\w*",
    r"(?:تجاهل|انس)\S*\s+(?:\S+\s+){0,4}(?:التعليمات|الأوامر|تعليمات|التوجيهات)",
    r"התעלם?\s+(?:\S+\s+){0,4}(?:ההוראות|הוראות|ההנחיות)",
    r"(?:忽略|无视|無視|忘记|忘記|不要理会)[^。\n]{0,12}(?:指令|指示|提示|说明|說明|规则|命令)",
    r"(?:指示|命令|プロンプト|ルール|指令)[^。\n]{0,8}(?:無視|忘れ|従わない)",
    r"(?:지시|명령|프롬프트|지침)\S*\s*(?:\S+\s+){0,3}(?:무시|잊)",
)
# Words of which each kind of order holds at least one; looking for them first is far quicker than the patterns.
_TRIGGERS = (
    *(
        "ignor",
        "disregard",
        "forget",
        "overrid",
        "bypass",
        "neglect",
        "not follow",
        "n't follow",
        "stop following",
        "discard",
    ),
    *(
        " ai ",
        " ai,",
        " ai:",
        " ai.",
        "ai assistant",
        "ai model",
        "ai agent",
        "ai system",
        "ai reader",
        "ai bot",
        "ai crawler",
    ),
    *(
        "ai summari",
        "llm",
        "language model",
        "chatbot",
        "chatgpt",
        "gpt-",
        "claude",
        "copilot",
        "gemini",
        "jailbr",
        "developer mode",
    ),
    *(
        "an assistant",
        "the assistant",
        "assistant:",
        "system:",
        "user:",
        "instructions",
        "prompt",
        "system message",
        "if you",
    ),
    *(
        "im_start",
        "you are",
        "you're",
        "pretend to be",
        "im_end",
        "<|",
        "[inst",
        "[/inst",
        "[sys",
        "<<sys",
        "hidden message",
        "in your ",
        "with your ",
    ),
    *(
        "anweisung",
        "instruktion",
        "befehl",
        "vorgabe",
        "eingabe",
        "missacht",
        "vergiss",
        "vergessen sie",
        "überschreib",
    ),
    *(
        "sprachmodell",
        "ki ",
        "künstliche intelligenz",
        "oubli",
        "pas compte",
        "néglige",
        "si vous êtes",
        "si tu es",
        "si eres",
    ),
    *("olvid", "omit", "caso omiso", "descart", "esque", "desconsider", "dimentica", "negeer", "vergeet"),
    *("игнорир", "забудь", "zapomnij", "talimat", "komut", "yönerge", "تجاهل", "انس", "התעל"),
    *("忽略", "无视", "無視", "忘", "不要理会", "従わない", "무시", "잊"),
)
_SENTENCE_END = re.compile(r"(?<=[.!?。！？؟])[\"'”’»)]*\s*(?=\S)")


@lru_cache(maxsize=2048)
def addresses_a_model(text: str, triggers: tuple[str, ...] = _TRIGGERS) -> bool:
    """Whether the text gives orders to a language model."""
    lower = f" {text.lower()} "
    if not any(trigger in lower for trigger in triggers):
        return False
    return any(not _is_title(match[0]) for pattern in _patterns() for match in pattern.finditer(text))


@once
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _ORDERS)


def without_orders(lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines without the sentences that address a model, and how many passages were left out."""
    whole = f" {' '.join(lines).lower()} "
    present = tuple(trigger for trigger in _TRIGGERS if trigger in whole)
    if not present:
        return list(lines), 0
    removed, result = 0, []
    for line in lines:
        if addresses_a_model(line, present):
            line, gone = _without_order(line)
            removed += gone
        result.append(line)
    return result, removed


def _without_order(line: str) -> tuple[str, int]:
    """The sentences of a line before the first order; what follows an order in the same line belongs to it."""
    kept: list[str] = []
    for sentence in _SENTENCE_END.split(line):
        if addresses_a_model(sentence):
            return " ".join(kept).rstrip(), 1
        kept.append(sentence.strip())
    return "", 1


def _is_title(found: str) -> bool:
    """Whether these words are a title about the matter ("Ignore Previous Instructions: …") and no order."""
    words = [word for word in re.findall(r"[^\W\d_]+", found) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)
