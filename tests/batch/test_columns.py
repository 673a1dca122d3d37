import pytest

from drafter.batch._headers import HEADERS, plain
from drafter.batch.columns import map_columns, parse_by_hand, recognise
from drafter.batch.fields import new_row
from drafter.errors import InputError


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("First Name", "first_name"),
        ("first_name", "first_name"),
        ("FirstName", "first_name"),
        ("Vorname", "first_name"),
        ("Prénom", "first_name"),
        ("Nachname ", "last_name"),
        ("Company", "organization"),
        ("Firma", "organization"),
        ("Société", "organization"),
        ("Empresa", "organization"),
        ("Företag", "organization"),
        ("Job Title", "role"),
        ("Job-Titel", "role"),
        ("Cargo", "role"),
        ("E-Mail-Adresse", "email"),
        ("Email Address", "email"),
        ("E-mail 1 - Value", "email"),
        ("Correo electrónico", "email"),
        ("Téléphone portable", "phone"),
        ("Phone 1 - Value", "phone"),
        ("LinkedIn URL", "links"),
        ("Anmerkungen", "notes"),
        ("備考", "notes"),
        ("会社名", "organization"),
        ("Zweck", "purpose"),
        ("Organizaton", "organization"),
        ("Connected On", None),
        ("Shoe size", None),
        ("", None),
        ("___", None),
    ],
)
def test_headers_are_recognised(header: str, field: str | None) -> None:
    assert recognise(header) == field


def test_no_header_is_listed_for_two_fields_by_accident() -> None:
    for field, text in HEADERS.items():
        for header in text.split(";"):
            assert plain(header) == header.strip().replace("1", "1") or plain(header), (field, header)


def test_title_is_an_address_beside_a_job_title() -> None:
    assert map_columns(["Title", "First Name", "Last Name", "Job Title"]).fields == (
        None,
        "first_name",
        "last_name",
        "role",
    )
    assert map_columns(["Name", "Title"]).fields == ("name", "role")


@pytest.mark.parametrize(
    ("columns", "row", "fields"),
    [
        (["Name", "Vorname"], ["Brandt", "Ada"], ("last_name", "first_name")),
        (["Name", "Vorname"], ["Ada Brandt", "Ada"], ("name", "first_name")),
        (["Nom", "Prénom"], ["Brandt", "Ada"], ("last_name", "first_name")),
        (["Nom", "Société"], ["Ada Brandt", "Kelpworks"], ("name", "organization")),
        (["Nome", "Azienda"], ["Ada Brandt", "Kelpworks"], ("name", "organization")),
        (["Nome", "Cognome"], ["Ada", "Brandt"], ("first_name", "last_name")),
        (["Nombre", "Apellidos"], ["Ada", "Brandt"], ("first_name", "last_name")),
    ],
)
def test_the_neighbours_tell_what_a_name_column_holds(
    columns: list[str], row: list[str], fields: tuple[str, ...]
) -> None:
    assert map_columns(columns, sample=[row]).fields == fields


def test_columns_can_be_set_by_hand() -> None:
    by_hand = parse_by_hand(["Wer=name", "Firma=", "Bemerk = ung=notes"])
    mapping = map_columns(["Wer", "Firma", "Bemerk = ung"], by_hand=by_hand)
    assert mapping.fields == ("name", None, "notes")


def test_a_wrong_hand_is_told() -> None:
    with pytest.raises(InputError, match="there is no column 'Wo'; the columns are 'Wer'"):
        map_columns(["Wer"], by_hand={"Wo": "name"})
    with pytest.raises(InputError, match="'xyzzy' is no field; use one of name"):
        map_columns(["Wer"], by_hand={"Wer": "xyzzy"})
    with pytest.raises(InputError, match="COLUMN=FIELD"):
        parse_by_hand(["Wer"])


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [("Piet, PhD", "van Dam", "Piet van Dam"), ("Piet", "Dam, PhD", "Piet Dam, PhD"), ("Dam, Piet", "", "Dam, Piet")],
)
def test_a_degree_behind_the_first_name_is_not_taken_for_a_name(first: str, last: str, name: str) -> None:
    assert new_row([first, last], map_columns(["First Name", "Last Name"]), {}).name == name
