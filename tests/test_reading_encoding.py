"""Bytes become text: what is declared is believed where it fits, and what nobody declares is found out."""

import pytest

from g7data.reading.encoding import UnknownEncoding, decode

JAPANESE = "我々、G7デジタル・技術大臣は、海底ケーブルについて議論した。我々は毎年その結果を公表する。" * 4
FRENCH = (
    "Nous, les ministres chargés du numérique, réunis à Évian, avons parlé des câbles « sous-marins » à l’été 2026. "
    * 4
)
GERMAN = (
    "Wir, die für Digitales zuständigen Ministerinnen und Minister, haben über Seekabel gesprochen – ausführlich. " * 4
)


def meta(charset, text):
    return f'<html><head><meta charset="{charset}"></head><body>{text}</body></html>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_outdoes_every_declaration(encoding):
    mark = "\ufeff".encode(encoding)
    assert decode(mark + JAPANESE.encode(encoding), "iso-8859-1")[0].lstrip("\ufeff") == JAPANESE


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp", "utf-8"])
def test_the_header_says_which_encoding_it_is(encoding):
    assert decode(JAPANESE.encode(encoding), encoding)[0] == JAPANESE


@pytest.mark.parametrize("label", ["Shift_JIS", "x-sjis", "EUC-JP", "ISO-2022-JP", "utf-8", "windows-31j"])
def test_the_page_says_which_encoding_it_is(label):
    codec = {"x-sjis": "cp932", "windows-31j": "cp932"}.get(label, label)
    page = meta(label, JAPANESE)
    assert decode(page.encode(codec))[0] == page


@pytest.mark.parametrize(
    "declaration",
    [
        "<meta http-equiv='Content-Type' content='text/html; charset=EUC-JP'>",
        '<META CHARSET = "euc-jp">',
        '<?xml version="1.0" encoding="EUC-JP"?>',
    ],
)
def test_a_page_may_say_so_in_several_ways(declaration):
    page = declaration + JAPANESE
    assert decode(page.encode("euc_jp"))[0] == page


@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "latin1", "windows-1252"])
def test_western_labels_mean_windows_1252_as_in_browsers(label):
    text = "l’été – « 1 € »"
    assert decode(text.encode("cp1252"), label) == (text, "cp1252")


def test_shift_jis_means_the_larger_set_that_windows_writes():
    text = "①髙﨑市で開催" * 10
    assert decode(text.encode("cp932"), "shift_jis") == (text, "cp932")


@pytest.mark.parametrize(
    ("text", "declared", "actual"),
    [
        (JAPANESE, "shift_jis", "utf-8"),
        (JAPANESE, "euc-jp", "utf-8"),
        (JAPANESE, "ascii", "iso2022_jp"),
        (FRENCH, "shift_jis", "utf-8"),
        (FRENCH, "iso-8859-1", "utf-8"),
        (JAPANESE, "iso-8859-1", "utf-8"),
    ],
)
def test_a_declaration_that_does_not_fit_is_not_believed(text, declared, actual):
    assert decode(text.encode(actual), declared)[0] == text


def test_a_page_that_says_in_single_bytes_that_it_is_utf_16_is_not():
    page = meta("utf-16", "We met in Turin.")
    assert decode(page.encode())[0] == page


def test_the_page_is_believed_where_the_header_does_not_fit():
    page = meta("euc-jp", JAPANESE)
    assert decode(page.encode("euc_jp"), "utf-8")[0] == page


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (FRENCH, "utf-8"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
    ],
)
def test_what_nobody_declares_is_found_out(text, encoding):
    assert decode(text.encode(encoding))[0] == text


def test_one_stray_byte_does_not_change_the_encoding():
    body = (FRENCH * 3).encode() + b"\xff" + FRENCH.encode()
    text, encoding = decode(body, "utf-8")
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1


def test_an_unknown_label_is_passed_over():
    assert decode(JAPANESE.encode(), "klingon-8")[0] == JAPANESE


def test_plain_ascii_needs_no_declaration():
    assert decode(b"We met in Turin.")[0] == "We met in Turin."


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UnknownEncoding):
        decode(bytes(range(256)) * 40)


@pytest.mark.parametrize("label", ["hex", "base64", "rot13", "zlib", "undefined", "unicode_escape"])
def test_a_label_that_names_no_encoding_of_text_is_passed_over(label):
    assert decode("Nous réunis à Évian".encode(), label)[0] == "Nous réunis à Évian"
