import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from drafter.resources import once


def test_a_table_is_read_once_however_many_threads_need_it_first() -> None:
    begin = Barrier(8)
    reading: list[str] = []

    @once
    def table(language: str) -> list[str]:
        reading.append(language)
        time.sleep(0.02)
        return [language]

    def ask(number: int) -> list[str]:
        begin.wait()
        return table("de" if number % 2 else "en")

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, range(8)))
    assert sorted(reading) == ["de", "en"]
    assert found[0] is found[2]
    assert found[1] is found[3]
    assert table("en") is found[0]
