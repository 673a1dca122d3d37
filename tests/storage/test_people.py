import datetime

import pytest

from drafter.storage import ConflictError, Entry, MissingError, Outcome, Person, Promise, Touch
from drafter.storage.ledger import Storage

DAY = datetime.date(2026, 3, 2)


def test_a_person_is_found_however_the_name_is_written(storage: Storage) -> None:
    storage.people.add(Person(name="Zoë de Vries"))
    assert [person.name for person in storage.people.find("DE VRIES, Zoe")] == ["Zoë de Vries"]
    assert storage.people.find("Zoë Vries") == ()


def test_a_new_employer_is_kept_with_the_old_one(storage: Storage) -> None:
    person = storage.people.add(Person(name="Ada Brandt", organization="Kelpworks"))
    storage.people.update(person.id, organization="Tidemark", origin="connections.csv")
    (change,) = storage.people.history(person.id)
    assert (change.field, change.old, change.new, change.origin) == (
        "organization",
        "Kelpworks",
        "Tidemark",
        "connections.csv",
    )


def test_a_concurrent_change_is_told(storage: Storage) -> None:
    person = storage.people.add(Person(name="Ada Brandt"))
    storage.people.update(person.id, version=1, role="CTO")
    with pytest.raises(ConflictError):
        storage.people.update(person.id, version=1, role="CEO")
    with pytest.raises(MissingError):
        storage.people.update(999, role="CEO")


def test_a_touch_with_the_same_key_is_logged_once(storage: Storage) -> None:
    person = storage.people.add(Person(name="Ada Brandt"))
    touch = Touch(person_id=person.id, kind="sent", on=DAY, origin_key="message-1")
    assert storage.people.log(touch).id == storage.people.log(touch).id
    storage.people.log(Touch(person_id=person.id, kind="call", on=DAY + datetime.timedelta(days=9)))
    assert len(storage.people.touches(person.id)) == 2
    assert storage.people.last_touches(("sent",)) == {person.id: DAY}


def test_removing_a_person_removes_what_hangs_on_them(storage: Storage) -> None:
    person = storage.people.add(Person(name="Ada Brandt"))
    touch = storage.people.log(Touch(person_id=person.id, kind="sent", on=DAY))
    storage.people.record(Outcome(person_id=person.id, touch_id=touch.id, kind="reply", on=DAY))
    storage.people.promise(Promise(person_id=person.id, text="send the paper"))
    storage.people.put(Entry(person_id=person.id, kind="sequence"))
    storage.people.remove(person.id)
    assert storage.people.touches() == ()
    assert storage.people.outcomes() == ()
    assert storage.people.promises() == ()
    assert storage.people.entries("sequence") == ()


def test_kept_promises_are_no_longer_open(storage: Storage) -> None:
    person = storage.people.add(Person(name="Ada Brandt"))
    later = storage.people.promise(Promise(person_id=person.id, text="undated"))
    first = storage.people.promise(Promise(person_id=person.id, text="dated", due=DAY))
    assert [promise.id for promise in storage.people.promises()] == [first.id, later.id]
    storage.people.keep_promise(first.id, on=DAY)
    assert [promise.id for promise in storage.people.promises()] == [later.id]


def test_an_entry_with_a_key_is_replaced(storage: Storage) -> None:
    storage.people.put(Entry(kind="quota", key="2026-03", document={"used": 1}))
    entry = storage.people.put(Entry(kind="quota", key="2026-03", document={"used": 2}))
    assert [found.document for found in storage.people.entries("quota")] == [{"used": 2}]
    with pytest.raises(ConflictError):
        storage.people.revise(entry.id, {"used": 9}, version=1)


def test_digests_of_those_not_to_contact_outlast_everything(storage: Storage) -> None:
    storage.people.bar(["a" * 64, "a" * 64])
    storage.people.bar(["a" * 64, "b" * 64])
    assert storage.people.barred() == {"a" * 64, "b" * 64}


def test_several_steps_can_be_one_transaction(storage: Storage) -> None:
    def interrupted() -> None:
        with storage.transaction():
            storage.people.add(Person(name="Ada Brandt"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert storage.people.all() == ()
