"""The calendar in a real server: sent twice over CalDAV, it holds each person once, with the later date."""

from __future__ import annotations

import datetime
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from icalendar import Calendar as ReadCalendar

from drafter.relationships.cadence import schedule
from drafter.relationships.calendar import calendar_of
from drafter.relationships.categories import categories
from drafter.settings import Settings
from drafter.storage import Person, Touch

TODAY = datetime.date(2031, 3, 12)
PEOPLE = [Person(id=n, name=f"Person {n}", category="peer") for n in range(1, 6)]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none", "--rights-type", "owner_only"]
    options += ["--storage-filesystem-folder", str(tmp_path / "dav")]
    process = subprocess.Popen(
        [sys.executable, "-m", "radicale", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx2.get(f"{url}/.web/", timeout=1)
                break
            except httpx2.TransportError:
                time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def _export(day: datetime.datetime, last: datetime.date) -> bytes:
    touches = [Touch(person_id=1, kind="sent", on=last)]
    rows = schedule(PEOPLE, touches, plans=categories(Settings()), today=TODAY)
    return calendar_of(rows, stamp=day)


def _import(client: httpx2.Client, collection: str, data: bytes) -> None:
    """What a calendar program does with a file: one resource for each UID."""
    for event in ReadCalendar.from_ical(data).walk("VEVENT"):
        single = ReadCalendar()
        single.add("prodid", "-//test//")
        single.add("version", "2.0")
        single.add_component(event)
        sent = client.put(
            f"{collection}{event['uid']}.ics", content=single.to_ical(), headers={"Content-Type": "text/calendar"}
        )
        assert sent.status_code in (201, 204), sent.text


def test_a_second_import_updates_instead_of_doubling(server: str) -> None:
    stamp = datetime.datetime(2031, 3, 12, 8, tzinfo=datetime.UTC)
    collection = f"{server}/maya/touch/"
    with httpx2.Client(auth=("maya", "any"), timeout=10) as client:
        assert client.request("MKCALENDAR", collection).status_code == 201
        _import(client, collection, _export(stamp, datetime.date(2031, 1, 6)))
        _import(client, collection, _export(stamp + datetime.timedelta(days=1), TODAY))
        held = client.get(collection).content
    events = ReadCalendar.from_ical(held).walk("VEVENT")
    assert sorted(str(event["summary"]) for event in events) == [f"Stay in touch: Person {n}" for n in range(1, 6)]
    first = next(event for event in events if str(event["summary"]).endswith(" 1"))
    assert first["dtstart"].dt == datetime.date(2031, 6, 11)
