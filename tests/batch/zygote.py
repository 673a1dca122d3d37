"""Runs drafter commands in children of a process that has everything loaded, so that each starts at once.

Reads a line of JSON for each command (arguments, folder, environment); answers
with the child's pid, and with its exit status when asked (``null``).
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import traceback


def load() -> None:
    """What a run needs, loaded once."""
    import alembic.command
    import openai.resources.chat
    import procrastinate
    import psycopg
    import sqlalchemy.dialects.postgresql.psycopg
    import sqlalchemy.dialects.sqlite

    import drafter.batch.running
    import drafter.checks
    import drafter.cli.batch
    import drafter.gather.tongue
    import drafter.llm.openai_compatible
    import drafter.profile
    import drafter.storage.ledger
    import drafter.writing.model_writer
    import drafter.writing.tokens

    del alembic, openai, procrastinate, psycopg, sqlalchemy
    # What is loaded at first use is loaded here, too.
    offline = drafter.Drafter(model="offline")
    drafter.gather.tongue._identifier()
    note = drafter.note_from_text(
        "Ada Brandt built a tide atlas with 7 volunteers in 2024. She spoke about it in Bergen."
    )
    profile = offline.profile([note], "Ada Brandt")
    with tempfile.TemporaryDirectory() as home:
        os.environ["DRAFTER_HOME"] = home
        drafter.writing.tokens.count("anything")
    offline.draft(profile, drafter.Brief(sender=drafter.Sender(name="Tove Arnesen"), purpose="Learn how it began"))


def child(arguments: list[str], folder: str, environment: dict[str, str]) -> None:
    """Become the command; nothing of this process's own clean-up may run."""
    from drafter.cli import main

    os.chdir(folder)
    os.environ.update(environment)

    sys.stdin = io.StringIO()
    null = os.open(os.devnull, os.O_RDWR)
    log = os.open(os.environ["CHILD_LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number, target in ((0, null), (1, log), (2, log)):
        os.dup2(target, number)
    status = 99
    try:
        main(arguments)
    except SystemExit as ended:
        status = int(ended.code or 0)
    except BaseException:  # noqa: BLE001 - the log is to tell of anything
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    load()
    print("ready", flush=True)
    pid = 0
    for line in sys.stdin:
        wanted = json.loads(line)
        if wanted is None:
            print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
            continue
        pid = os.fork()
        if pid == 0:
            child(*wanted)
        print(pid, flush=True)
