"""How many tokens a text takes, counted with the encoding of current models; no network, no environment variables."""

from __future__ import annotations

import base64
import hashlib
import logging
import lzma
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.resources import once, resource
from drafter.settings import data_folder

RANKS_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
_FILE = "o200k_base.tiktoken"
_LOG = logging.getLogger(__name__)

_UPPER, _LOWER = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]", r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
_ENDING = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
_PATTERN = "|".join(
    [
        rf"[^\r\n\p{{L}}\p{{N}}]?{_UPPER}*{_LOWER}+{_ENDING}",
        rf"[^\r\n\p{{L}}\p{{N}}]?{_UPPER}+{_LOWER}*{_ENDING}",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    ]
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of tokens; ``estimated`` when the encoding could not be had."""

    tokens: int
    estimated: bool = False


def count(text: str) -> Count:
    """The tokens of a text."""
    encoding = _encoding()
    if encoding is None:
        return Count(_estimate(text), estimated=True)
    return Count(len(encoding.encode_ordinary(text)))


def _estimate(text: str) -> int:
    """On the high side: four characters a token in Latin script, one in scripts that spell more with less."""
    plain = sum(char < "\u0250" for char in text)
    return -(-plain // 4) + len(text) - plain


@once
def _encoding() -> Any:
    try:
        ranks = _ranks()
        import tiktoken

        return tiktoken.Encoding(
            name="o200k_base",
            pat_str=_PATTERN,
            mergeable_ranks=ranks,
            special_tokens={"<|endoftext|>": 199999, "<|endofprompt|>": 200018},
        )
    except (OSError, ValueError, lzma.LZMAError, ImportError) as error:
        _LOG.warning("tokens are estimated: %s; install drafter again", error)
        return None


def _ranks() -> dict[bytes, int]:
    lines = _rank_file().splitlines()
    return {base64.b64decode(token): int(rank) for token, _, rank in (line.partition(b" ") for line in lines) if token}


def _rank_file() -> bytes:
    """The shipped file, unpacked; a copy unpacked earlier saves half the time and is trusted by its digest only."""
    copy = data_folder() / _FILE
    try:
        found = copy.read_bytes()
        if _is_right(found):
            return found
    except OSError:
        pass
    found = lzma.decompress(resource("data", f"{_FILE}.xz").read_bytes())
    if not _is_right(found):
        raise ValueError(f"{_FILE} is damaged")
    _keep(copy, found)
    return found


def _is_right(content: bytes) -> bool:
    return hashlib.sha256(content).hexdigest() == RANKS_SHA256


def _keep(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError as error:
        _LOG.debug("cannot keep %s: %s", path.name, error.strerror)
