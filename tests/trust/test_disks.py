"""A real small disk that fills up, and one that turns read-only: mounted for one process alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
set -u
mount -t tmpfs -o size=1500k tmpfs "$1"
export DRAFTER_HOME="$1"
drafter() {{ {python} -m drafter "$@"; }}
drafter contacts add "Ada Brandt" --reason tides || exit 10
dd if=/dev/zero of="$1/rest" bs=1k status=none 2>/dev/null
drafter contacts import list.csv && exit 11
echo "FULL $?"
rm "$1/rest"
drafter contacts list | grep -q "Ada Brandt" || exit 12
drafter contacts add "Bo Lind" --reason mills || exit 13
mount -o remount,ro "$1"
drafter contacts add "Cleo Marsh" --reason ships && exit 14
echo "READONLY $?"
mount -o remount,rw "$1"
drafter contacts list | grep -q "Bo Lind" || exit 15
drafter contacts list | grep -q "Cleo" && exit 16
echo DONE
"""


@pytest.mark.soak
def test_a_disk_that_fills_up_and_one_that_turns_read_only_are_told_and_lose_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    rows = "".join(f"Person {number},{'x' * 900}\n" for number in range(2000))
    (tmp_path / "list.csv").write_text("name,notes\n" + rows)
    script = SCRIPT.format(python=sys.executable)
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(disk)]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=100)
    assert ran.returncode == 0, f"{ran.returncode}\n{ran.stdout}\n{ran.stderr}"
    assert "FULL 2" in ran.stdout
    assert "READONLY 2" in ran.stdout
    assert "no room to write the ledger" in ran.stderr
    assert "cannot be written" in ran.stderr or "cannot make the ledger" in ran.stderr
    assert "Traceback" not in ran.stderr
