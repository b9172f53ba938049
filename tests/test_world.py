"""What the compiled default gazetteer says of the world: famous names, capitals, exonyms."""

from __future__ import annotations

import csv
import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest

from geo.errors import GazetteerIndexError
from geo.geometry.background import decode
from geo.geometry.geodesy import distance_m
from geo.io import world as compiled
from geo.io.index import open_gazetteer
from geo.io.overlay import Overlay, find_folder, read
from geo.language.names import fold
from geo.model import Place, PlaceKind
from geo.toponymy.candidates import candidates_of

if TYPE_CHECKING:
    from pathlib import Path

    from geo.gazetteer import Gazetteer

# The map is simplified to some kilometres and knows no small island; facilities stand on quays.
SLACK_M = 30_000.0


def _features() -> list[Place]:
    with (find_folder() / "features.csv").open(encoding="utf-8", newline="") as file:
        ids = {row["id"] for row in csv.DictReader(file)}
    return [entry.place for entry in read(find_folder()).entries if entry.place.id in ids]


@cache
def _outlines() -> dict[str, Any]:
    """Return the countries of the map's background as shapes."""
    import shapely

    world = json.loads(resources.files("geo").joinpath("viewer", "borders.json").read_text("utf-8"))
    unit = world["unit_deg"]
    lines = [[(x * unit, y * unit) for x, y in decode(text)] for text in world["arcs"]]

    def ring(numbers: list[int]) -> list[tuple[float, float]]:
        return [p for n in numbers for p in (lines[n] if n >= 0 else lines[~n][::-1])]

    found = {}
    for code, *_, polygons in world["countries"]:
        if code:
            parts = [shapely.Polygon(ring(rings[0])) for rings in polygons if rings]
            found[code] = shapely.union_all([shapely.make_valid(part) for part in parts])
    return found


def _off_m(place: Place, code: str) -> float:
    """Return how far a place lies from a country, on the map."""
    import shapely

    assert place.lon is not None
    assert place.lat is not None
    home = _outlines().get(code)
    if home is None:
        return 0.0
    point = shapely.Point(place.lon, place.lat)
    if home.covers(point):
        return 0.0
    there = shapely.shortest_line(point, home).coords[1]
    return distance_m(place.lon, place.lat, *there)


# Islands and reefs too small for the map, the Gaza Strip, which it does not draw, and seas whose
# claimants are far.
UNDRAWN = """
    abu-musa al-bureij-camp al-mawasi al-shati-camp al-shifa-hospital ascension-island
    baengnyeong-island bikini-atoll bora-bora cape-horn crimean-bridge easter-island el-hierro
    erez-crossing fernando-de-noronha heligoland isles-of-scilly iwo-jima
    jabalia-camp juan-fernandez-islands kerch-strait kerem-shalom-crossing kinmen koh-phangan
    koh-tao kos-island krakatoa lakshadweep-islands lampedusa leros liancourt-rocks
    lord-howe-island macquarie-island magdalen-islands maghazi-camp matsu-islands midway-atoll
    mururoa netherlands-antilles netzarim-corridor nuseirat-camp paracel-islands
    philadelphi-corridor rafah-crossing
    ross-sea san-andres-island santorini scarborough-shoal second-thomas-shoal senkaku-islands
    snake-island spratly-islands strait-of-sicily stromboli white-island yeonpyeong-island
"""


def test_features_lie_where_their_countries_are() -> None:
    """The circle of a place meets each of its countries, but for those that the map leaves out."""
    far = set()
    for place in _features():
        limit = 1.3 * (place.uncertainty_m or 0.0) + SLACK_M
        if any(_off_m(place, code) > limit for code in place.countries):
            far.add(place.id.removeprefix("world-"))
    assert far == set(UNDRAWN.split())


def test_features_are_many_and_none_is_a_namesake_of_its_own() -> None:
    """The whole world is covered: five hundred places and more of each sort, each once."""
    kinds = [place.kind for place in _features()]
    assert min(kinds.count(kind) for kind in (PlaceKind.REGION, PlaceKind.WATER)) > 400
    assert min(kinds.count(kind) for kind in (PlaceKind.RELIEF, PlaceKind.FACILITY)) > 200


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    """Open the default gazetteer, compiled where it is not yet."""
    return open_gazetteer()


# Name, kind and country (one of its countries) of what English news means by it.
FAMOUS = """
Paris settlement FR; Lebanon country LB; Niger country NE; Niger River water NG
Mississippi admin1 US
Mississippi River water US; Congo country CD; Congo River water CG; Gaza any PS
Gaza Strip admin1 PS
Java region ID; Sumatra region ID; Borneo region MY; Rhine water DE; Danube water RO
Crimea admin1 UA
Sinai region EG; Ontario admin1 CA; Lake Ontario water US; Colorado admin1 US
Colorado River water US
Delaware admin1 US; Delaware River water US; Marne admin2 FR; Georgia country GE; Jordan country JO
Washington settlement US; Victoria any AU; Lake Victoria water UG; Cuba country CU; Peru country PE
Amazon rainforest region BR; Sahara region DZ; Himalayas relief NP; Andes relief PE; Alps relief CH
Mount Everest relief NP; Everest relief NP; Kilimanjaro any TZ; Crete region GR; Corsica admin1 FR
Sicily admin1 IT; Long Island region US; Hokkaido admin1 JP; Galapagos region EC; Tibet admin1 CN
Caribbean region CU; Persian Gulf water IR; Red Sea water YE; Black Sea water UA
Suez Canal water EG
Panama Canal water PA; White House facility US; Pentagon facility US; Kremlin facility RU
Heathrow facility GB; Tahrir Square facility EG; Guantanamo Bay facility CU; Manhattan settlement US
Brooklyn settlement US; Harlem settlement US; Kowloon any HK; Westminster settlement GB
New England region US; Bay Area region US; Silicon Valley region US; Midwest region US
Balkans region RS; Donbas region UA; Kashmir region IN; Levant region SY; Maghreb region MA
Soviet Union region RU; Yugoslavia region RS; East Germany region DE; Czechoslovakia region CZ
Transylvania region RO; East Anglia region GB; Cornwall admin2 GB; Yorkshire region GB
Birmingham settlement GB; Cambridge settlement GB; Kent admin2 GB; Orange any US
"""


def test_famous_names_mean_the_famous_place(world: Gazetteer) -> None:
    """Neither a river nor a namesake of the new tables takes a name from whom it belongs to."""
    wrong = []
    for line in FAMOUS.replace("\n", ";").split(";"):
        if not line.strip():
            continue
        *words, kind, country = line.split()
        place = next(iter(world.lookup(" ".join(words))), None)
        if place is None or kind not in ("any", place.kind) or country not in place.countries:
            wrong.append((line.strip(), place and (place.id, place.name)))
    assert wrong == []


# Foreign, former and press names of cities, after the name and country of the city.
EXONYMS = """
Ho Chi Minh City,VN: Saigon; Mumbai,IN: Bombay; Beijing,CN: Peking; Kyiv,UA: Kiev
Yangon,MM: Rangoon; Kolkata,IN: Calcutta; Chennai,IN: Madras; Bengaluru,IN: Bangalore
Saint Petersburg,RU: Leningrad|Petrograd; Istanbul,TR: Constantinople|Stamboul
Gdańsk,PL: Danzig; Wrocław,PL: Breslau; İzmir,TR: Smyrna; New York City,US: NYC|Big Apple|New York
Los Angeles,US: L.A.|LA; Washington,US: D.C.|Washington, D.C.|Washington DC
Philadelphia,US: Philly; Las Vegas,US: Vegas; San Francisco,US: SF|San Fran
New Orleans,US: NOLA|Big Easy; Chicago,US: Windy City|Chi-Town; Guangzhou,CN: Canton
Nanjing,CN: Nanking; Tianjin,CN: Tientsin; Chongqing,CN: Chungking; Ürümqi,CN: Urumchi|Urumqi
Lhasa,CN: Lhasa; Pune,IN: Poona; Varanasi,IN: Benares; Kanpur,IN: Cawnpore
Mysuru,IN: Mysore; Vadodara,IN: Baroda; Thiruvananthapuram,IN: Trivandrum; Kochi,IN: Cochin
Guwahati,IN: Gauhati; Dhaka,BD: Dacca; Chattogram,BD: Chittagong; Lviv,UA: Lvov|Lemberg|Lwow
Kharkiv,UA: Kharkov; Odesa,UA: Odessa; Dnipro,UA: Dnipropetrovsk; Zaporizhzhia,UA: Zaporozhye
Chernihiv,UA: Chernigov; Mykolayiv,UA: Nikolaev|Mykolaiv; Luhansk,UA: Lugansk; Chisinau,MD: Kishinev
Vilnius,LT: Vilna|Wilno; Tallinn,EE: Reval; Kaliningrad,RU: Konigsberg|Königsberg
Volgograd,RU: Stalingrad; Yekaterinburg,RU: Sverdlovsk|Ekaterinburg; Nizhniy Novgorod,RU: Gorky
Tbilisi,GE: Tiflis; Yerevan,AM: Erevan; Astana,KZ: Nur-Sultan; Almaty,KZ: Alma-Ata
Bishkek,KG: Frunze; Dushanbe,TJ: Stalinabad; Szczecin,PL: Stettin; Poznań,PL: Posen
Kraków,PL: Cracow|Krakow; Warsaw,PL: Warszawa; Prague,CZ: Praha; Brno,CZ: Brunn
Bratislava,SK: Pressburg; Ljubljana,SI: Laibach; Vienna,AT: Wien; Munich,DE: München|Muenchen
Köln,DE: Cologne; Nürnberg,DE: Nuremberg; Aachen,DE: Aix-la-Chapelle; Florence,IT: Firenze
Turin,IT: Torino; Naples,IT: Napoli; Venice,IT: Venezia; Genoa,IT: Genova; Milan,IT: Milano
Livorno,IT: Leghorn; Lisbon,PT: Lisboa; Porto,PT: Oporto; Sevilla,ES: Seville
Zaragoza,ES: Saragossa
Geneva,CH: Genève; Basel,CH: Basle; Zürich,CH: Zurich; Antwerpen,BE: Antwerp
Gent,BE: Ghent; Brugge,BE: Bruges; The Hague,NL: Den Haag; Copenhagen,DK: København
Göteborg,SE: Gothenburg; Oslo,NO: Christiania; Helsinki,FI: Helsingfors; Turku,FI: Åbo
Athens,GR: Athína; Thessaloníki,GR: Salonica|Salonika; Edirne,TR: Adrianople; Ankara,TR: Angora
Nicosia,CY: Lefkosia; Damascus,SY: Dimashq; Aleppo,SY: Halab|Alep
Cairo,EG: Al Qahirah; Alexandria,EG: Al Iskandariyah; Algiers,DZ: Alger; Casablanca,MA: Dar el Beida
Kinshasa,CD: Leopoldville; Lubumbashi,CD: Elisabethville; Kisangani,CD: Stanleyville
Maputo,MZ: Lourenço Marques; Banjul,GM: Bathurst; N'Djamena,TD: Fort-Lamy
Jakarta,ID: Batavia; Makassar,ID: Ujung Pandang; Busan,KR: Pusan; Incheon,KR: Inchon
Tokyo,JP: Edo; Taipei,TW: Taipeh; Kaohsiung,TW: Takao; Hanoi,VN: Ha Noi; Da Nang,VN: Tourane|Danang
Kathmandu,NP: Katmandu; Colombo,LK: Kolombo; Sanaa,YE: San'a|Sana'a; Mecca,SA: Makkah
Medina,SA: Al Madinah; Jeddah,SA: Jiddah; Tehran,IR: Teheran; Mashhad,IR: Meshed
Kandahār,AF: Qandahar|Kandahar; Rijeka,HR: Fiume; Zadar,HR: Zara; Split,HR: Spalato
Santo Domingo,DO: Ciudad Trujillo; Mexico City,MX: Ciudad de México; Havana,CU: La Habana
Québec,CA: Quebec City; Nuuk,GL: Godthab|Godthåb; Iqaluit,CA: Frobisher Bay
Gqeberha,ZA: Port Elizabeth; Tshwane,ZA: Pretoria; Johannesburg,ZA: Joburg|Jo'burg
Monrovia,LR: Monrovia; Tel Aviv,IL: Tel Aviv-Yafo; Jerusalem,IL: Al-Quds|Yerushalayim
Hebron,PS: Al-Khalil
"""


def _exonyms() -> list[tuple[str, str, str]]:
    told = []
    for line in EXONYMS.strip().replace("\n", ";").split(";"):
        city, _, names = line.partition(": ")
        name, _, country = city.strip().rpartition(",")
        told += [(one.strip(), name, country) for one in names.split("|")]
    return told


def test_exonyms_and_press_names_find_the_city(world: Gazetteer) -> None:
    """Saigon, Bombay and Philly are the cities they are."""
    wrong = []
    for told, name, country in _exonyms():
        there = {p.id for p in world.lookup(name) if country in p.countries}
        first = next(iter(world.lookup(told)), None)
        if first is None or first.id not in there or first.kind is not PlaceKind.SETTLEMENT:
            wrong.append((told, name, first and (first.id, first.name, first.countries)))
    assert wrong == []


# A word and the place it speaks of.
PEOPLES = """
Scottish: Scotland; Welshman: Wales; Texan: Texas; Californians: California
New Yorkers: New York City
Londoner: London; Parisians: Paris; Bavarian: Bavaria; Sicilian: Sicily; Chechen: Chechnya
Tibetan: Tibet; European: Europe; Africans: Africa; Asian: Asia; Latin American: Latin America
North American: North America; Scandinavian: Scandinavia; Balkan: Balkans; Crimean: Crimea
Siberian: Siberia; West Africans: West Africa; Soviet: Soviet Union; Gazans: Gaza Strip
Muscovite: Moscow; Viennese: Vienna; Venetians: Venice; Quebecers: Quebec; Queenslander: Queensland
Catalan: Catalonia; Cornish: Cornwall; Javanese: Java; Beninese: Benin
"""


def test_words_for_people_speak_of_their_place(world: Gazetteer) -> None:
    """Any place may have its word: a continent, a state, a town."""
    wrong = []
    for one in PEOPLES.strip().replace("\n", ";").split(";"):
        word, _, name = (part.strip() for part in one.partition(":"))
        demonym = world.demonyms.get(fold(word))
        places = demonym.places if demonym else ()
        if [world.get(place).name for place in places] != [name]:
            wrong.append((word, places))
    assert wrong == []


def test_every_word_for_people_has_places_that_are_there(world: Gazetteer) -> None:
    """No id leads nowhere."""
    for demonym in world.demonyms.values():
        assert all(world.get(place).id == place for place in demonym.places)


def test_every_country_has_words_for_its_people(world: Gazetteer) -> None:
    """Where people live there is an adjective and a word for them."""
    kinds: dict[str, set[str]] = {}
    for demonym in world.demonyms.values():
        for place in demonym.places:
            kinds.setdefault(place, set()).add(demonym.kind)
    codes = set(read(find_folder()).capitals)
    # Uninhabited, or the Vatican, of which one says Vatican.
    assert {code for code in codes if not kinds.get(code)} == {"BV", "HM", "TF", "UM", "VA"}
    assert {code for code in codes if kinds.get(code) == {"people"}} <= {"GG", "JE"}


def test_every_country_has_one_capital(world: Gazetteer) -> None:
    """The town that countries.csv names is flagged, and no other; South Georgia has no town."""
    capitals: dict[str, list[str]] = {}
    for row in world._query("SELECT id FROM place WHERE attributes LIKE '%\"capital\"%'"):
        place = world.get(row[0])
        capitals.setdefault(place.countries[0], []).append(place.name)
    told = {code: name for code, name in read(find_folder()).capitals.items() if name}
    assert set(told) - set(capitals) == {"GS"}
    assert {code: names for code, names in capitals.items() if len(names) != 1} == {}


@pytest.mark.parametrize("content", [None, b"", b'{"1": '])
def test_missing_towns_say_which_command_brings_them(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of towns gone, empty or cut short: the path, and what to run."""
    (tmp_path / "data").mkdir()
    if content is not None:
        (tmp_path / "data" / "cities500.json").write_bytes(content)
    monkeypatch.setattr(compiled, "package_file", lambda _: tmp_path / "__init__.py")
    with pytest.raises(GazetteerIndexError, match=r"cities500\.json .*pip install"):
        next(iter(compiled.entries(Overlay())))


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Khan Younis", PlaceKind.SETTLEMENT, "PS"),
        ("Odessa", PlaceKind.SETTLEMENT, "UA"),
        ("Lower Shabelle", PlaceKind.ADMIN1, "SO"),
        ("Hodeidah", PlaceKind.SETTLEMENT, "YE"),
    ],
)
def test_what_the_press_calls_a_place_is_a_name_of_its_own(
    name: str, kind: PlaceKind, country: str
) -> None:
    """So it does not lose as one that it rarely goes by; no unit takes it from its town."""
    first = candidates_of(open_gazetteer()).of(name, None)[0]
    assert (first.place.kind, first.place.countries) == (kind, (country,))
    assert first.own_name
