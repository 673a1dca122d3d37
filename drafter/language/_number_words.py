"""Number words, scales, fractions and currency signs of several languages."""

from __future__ import annotations


def _counted(words: str, start: int = 0) -> dict[str, int]:
    """Words in counting order; variants of one number are joined by a slash."""
    return {word: start + at for at, group in enumerate(words.split()) for word in group.split("/")}


UNITS_OF_TEN = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_IN_ORDER = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS = {word: 20 + 10 * at for at, word in enumerate(_TENS_IN_ORDER)}
_GERMAN = _counted(
    "zwei/zweien drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig",
    2,
) | {
    w: n
    for n, w in zip(
        range(30, 100, 10), ("dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"), strict=True
    )
}
_FRENCH = _counted("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2) | {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "dizaine": 10,
    "douzaine": 12,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "centaine": 100,
}
_SPANISH = _counted("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 2) | {
    "veinte": 20,
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
}
WORDS: dict[str, float] = {
    **_SPANISH,
    **_FRENCH,
    **_GERMAN,
    **UNITS_OF_TEN,
    **TENS,
    "dozen": 12,
    "dutzend": 12,
    "score": 20,
    "decade": 10,
    "decades": 10,
}
# Words that are numbers in one language and everyday words in another are read as the everyday word.
for _ambiguous in ("elf", "acht", "score", "once", "six", "zero", "one", "decade", "decades"):
    WORDS.pop(_ambiguous, None)
WORDS |= {"six": 6, "one": 1}

ORDINAL_WORDS: dict[str, float] = {
    **_counted(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        1,
    ),
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
SCALES: dict[str, float] = {
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tsd": 1e3,
    "tausend": 1e3,
    "hundert": 100,
    "mio": 1e6,
    "mio.": 1e6,
    "mrd": 1e9,
    "mrd.": 1e9,
    "millionen": 1e6,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "cent": 100,
    "mille": 1e3,
    "millions": 1e6,
    "milliard": 1e9,
    "milliards": 1e9,
    "mil": 1e3,
    "millones": 1e6,
    "millón": 1e6,
    "millon": 1e6,
    "cien": 100,
    "milioni": 1e6,
    "miljoen": 1e6,
    "miljoner": 1e6,
    "lakh": 1e5,
    "crore": 1e7,
}
FRACTIONS: dict[str, float] = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifths": 0.2,
    "tenths": 0.1,
    "hälfte": 0.5,
    "drittel": 1 / 3,
    "viertel": 0.25,
    "moitié": 0.5,
    "tiers": 1 / 3,
    "mitad": 0.5,
    "tercio": 1 / 3,
}
VAGUE: dict[str, float] = {
    "hundreds": 100,
    "thousands": 1000,
    "dozens": 12,
    "millions": 1e6,
    "billions": 1e9,
    "hunderte": 100,
    "tausende": 1000,
    "centaines": 100,
    "milliers": 1000,
}
CURRENCIES: dict[str, str] = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₽": "RUB",
    "zł": "PLN",
    "kr": "SEK",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "usd": "USD",
    "dollars": "USD",
    "dollar": "USD",
    "gbp": "GBP",
    "pounds": "GBP",
    "chf": "CHF",
    "francs": "CHF",
    "franken": "CHF",
    "jpy": "JPY",
    "yen": "JPY",
    "円": "JPY",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "pln": "PLN",
    "inr": "INR",
    "cad": "CAD",
    "aud": "AUD",
    "dólares": "USD",
    "ユーロ": "EUR",
    "ドル": "USD",
}
