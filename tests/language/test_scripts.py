import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language.names import fold, keys, tries
from geo.language.scripts import Table, is_written_in_them, romanise, tables

ALPHABETS = {
    "Serbian": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "Macedonian": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "Bulgarian": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "Belarusian": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "Greek": "αβγδεζηθικλμνξοπρσςτυφχψω",
}
TABLES = tables()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_alphabet_is_whole(table: Table) -> None:
    """No letter of a language is missing from its tables, and each is written in Latin letters."""
    alphabet = ALPHABETS[table.name.partition(",")[0]]
    assert set(alphabet) <= table.alphabet
    for letter in sorted(table.alphabet):
        assert re.fullmatch("[a-zđžčćš]*", table.write(f"{letter}{letter}")), letter


@given(st.sampled_from(TABLES), st.data())
def test_whole_words_are_wholly_latin(table: Table, data: st.DataObject) -> None:
    """Whatever a language writes, none of its letters is left, wherever it stands."""
    word = data.draw(st.text("".join(sorted(table.alphabet)) + " -"))
    assert not is_written_in_them(table.write(word))


@given(st.text())
def test_any_text_may_be_asked(text: str) -> None:
    """Nothing raises, and what comes back is in other letters or in none of ours."""
    for told in romanise(text):
        assert not is_written_in_them(told)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Штип", "shtip"),
        ("Ѓорче Петров", "gjorce petrov"),
        ("Ќафасан", "kjafasan"),
        ("Кочани", "kocani"),
        ("Пловдив", "plovdiv"),
        ("Велико Търново", "veliko tarnovo"),
        ("Търговище", "targovishte"),
        ("София", "sofia"),
        ("София", "sofiya"),
        ("Хасково", "haskovo"),
        ("Київ", "kyiv"),
        ("Харків", "kharkiv"),
        ("Запоріжжя", "zaporizhzhia"),
        ("Запоріжжя", "zaporizhzhya"),
        ("Кривий Ріг", "kryvyi rih"),
        ("Суми", "sumy"),
        ("Куп’янськ", "kupiansk"),
        ("Згурівка", "zghurivka"),
        ("Донецк", "donetsk"),
        ("Нова Каховка", "nova kakhovka"),
        ("Грозный", "grozny"),
        ("Екатеринбург", "yekaterinburg"),
        ("Николаевка", "nikolayevka"),
        ("Подъельск", "podyelsk"),
        ("Щёлково", "shchyolkovo"),
        ("Гродна", "hrodna"),
        ("Магілёў", "mahilyou"),
        ("Θεσσαλονίκη", "thessaloniki"),
        ("ΑΘΗΝΑ", "athina"),
        ("Ειδομένη", "idomeni"),
        ("Αλεξανδρούπολη", "alexandroupoli"),
        ("Εύβοια", "evvoia"),
        ("Ναύπλιο", "nafplio"),
        ("Μπανάτο", "banato"),
        ("Ντιλίνα", "dilina"),
    ],
)
def test_names_reach_the_spelling_of_english_news(name: str, key: str) -> None:
    """Each language by its own rules."""
    assert key in tries(name)


def test_short_further_writings_are_not_indexed() -> None:
    """They are English words before all; who types the name in its script finds it by them."""
    assert keys("Голи") == ("goli",)
    assert "holy" in tries("Голи")
    assert keys("Нова Каховка") == ("nova kahovka", "nova kakhovka")


def test_letters_of_one_language_decide_the_first_key() -> None:
    """What only one alphabet holds tells the language; what Serbian may be is Serbian."""
    assert [fold(name) for name in ("Жепа", "Жёлтая", "Жовті", "Шумаѓа")] == [
        "zepa", "zhyoltaya", "zhovti", "sumagja",
    ]  # fmt: skip


def test_accents_of_stress_do_not_count() -> None:
    """Dictionaries write Москва́, and files from Macs have й in two signs."""
    assert fold("Москва\u0301") == fold("Москва")
    assert fold("Кривии\u0306") == fold("Кривий")
    assert fold("ί\u0308") == fold("ϊ\u0301")


def test_what_no_table_holds_is_spelt_out_all_the_same() -> None:
    """Kazakh, mixed and far scripts have a key, at best effort."""
    for name in ("Қарағанды", "Киев Αθήνα", "دمشق", "ירושלים", "თბილისი", "Երևան", "北京"):
        assert fold(name)
