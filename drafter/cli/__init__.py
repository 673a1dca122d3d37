"""The command line, thin over the library.

Nothing heavy is imported here: ``drafter check`` in an editor must feel instant, and the frame of the other commands
(``drafter.cli.frame``) alone takes longer than checking a message.
"""

from __future__ import annotations

import os
import sys

from drafter.errors import DrafterError

# Command → what it does; the command lives in the module drafter.cli.<name> as ``app``.
COMMANDS = {
    "draft": "Write a message and a voicemail script to one contact.",
    "check": "Find the faults of a message, as a spell checker does.",
    "profile": "Show what your notes say about a contact, with the words that prove it.",
    "batch": "Draft a table of contacts, review each row, export.",
    "contacts": "Stay in touch: who is due, what came of it, a calendar.",
    "rules": "List the rules of the checks.",
    "eval": "Compare models on a set of sample contacts.",
    "doctor": "Say what is configured and reachable.",
    "demo": "Draft to a sample contact, without any set-up.",
    "ui": "Open the page in a browser.",
    "worker": "Take rows of a batch on this machine (several machines, PostgreSQL).",
}
MODULES = {"eval": "evaluate"}

DONE, FOUND_ERRORS, FAILED = 0, 1, 2


def main(arguments: list[str] | None = None) -> None:
    """Run a command; whatever goes wrong is one line on standard error, never a traceback."""
    _speak_utf8()
    # A plugin for pydantic that was installed for something else would see every text that is read here; and looking
    # for one takes longer than any module of ours takes to load.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
    except DrafterError as error:
        status = _complain(str(error))
    except KeyboardInterrupt:
        status = _complain("stopped", 130)
    except BrokenPipeError:
        # The reader (say, `head`) has gone; nothing is wrong, and nothing more may be written on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence: no user ever sees a traceback
        status = _unexpected(error)
    sys.exit(status if isinstance(status, int) else DONE)


def _run(arguments: list[str]) -> object:
    if arguments[:1] == ["check"]:
        from drafter.cli._quick import options_of

        if options := options_of(arguments[1:]):
            from drafter.cli._checking import perform

            return perform(options)
    from drafter.cli.frame import app

    return app(args=arguments, standalone_mode=False, prog_name="drafter")


def _unexpected(error: Exception) -> int:
    from drafter.cli.frame import said_of

    known = said_of(error)
    if known:
        from drafter.cli._inert import say

        say(known[0], err=True)
        return known[1]
    if os.environ.get("DRAFTER_DEBUG"):
        raise error
    return _complain(f"a fault in drafter itself ({type(error).__name__}: {error}); DRAFTER_DEBUG=1 shows where")


def _complain(message: str, status: int = FAILED) -> int:
    from drafter.cli._inert import inert

    line = inert(" ".join(message.split()))
    print(f"drafter: {line}", file=sys.stderr)
    return status


def _speak_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace" if stream is sys.stderr else "strict")
