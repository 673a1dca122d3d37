import pytest

from drafter.storage.keys import key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Søren Aas", "Soren Ås", "Soeren Aas", "AAS, SØREN"),
        ("Jürgen Groß", "Jurgen Gross", "Juergen Gross"),
        ("Łukasz Żółć", "Lukasz Zolc"),
        ("Đặng Văn Đức", "Dang Van Duc"),
        ("Işıl Yılmaz", "Isil Yilmaz", "IŞIL YILMAZ"),
        ("Þóra Bjærke", "Thora Bjaerke"),
    ],
)
def test_one_name_in_several_spellings_is_one(spellings: tuple[str, ...]) -> None:
    assert len({key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Michael Novak", "Michal Novak"), ("Joe Smith", "Jo Smith"), ("Sue Li", "Su Li"), ("Ana", "Anna")],
)
def test_names_that_differ_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)
