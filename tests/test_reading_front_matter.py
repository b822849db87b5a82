"""Pages that a site generator keeps as Markdown begin with a block of settings: its title and date are the page's."""

import pytest

from g7data.reading import Kind
from g7data.reading.front_matter import is_markdown, split_front_matter
from g7data.reading.read import read_page

YAML = '---\nlayout: post\ntitle: " G7 Statement on Cables"\ndate: 2024-06-13 18:00:00 +0200\n---\nWe met.\n\n- We spoke of [cables](https://a.example/c).\n'
TOML = '+++\ntitle = "G7 Statement on Cables"\ndate = 2024-06-13T01:00:00Z\nhero = "x.png"\n+++\nWe met.\n'


@pytest.mark.parametrize("source", [YAML, TOML])
def test_the_title_stands_at_the_top_and_the_date_is_metadata(source):
    reading = read_page(source.encode(), "text/plain", "utf-8")
    first = reading.blocks[0]
    assert (first.kind, reading.of(first)) == (Kind.HEADING, "G7 Statement on Cables")
    assert [reading.of(b)[:16] for b in reading.blocks if b.kind is Kind.META] == ["date: 2024-06-13"]
    assert "layout" not in reading.text
    assert "hero" not in reading.text


def test_links_written_as_markdown_are_links():
    reading = read_page(YAML.encode(), "text/plain", "utf-8")
    assert [(reading.text[a.start : a.end], a.url) for a in reading.anchors] == [("cables", "https://a.example/c")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (YAML, True),
        ("See [one](https://a.example/1) and [two](/2).", True),
        ("See [one](https://a.example/1) alone.", False),
        ("---\nWe met.\nNo fence ends this.", False),
        ("Statement [English version](as delivered) and [French](also).", False),
    ],
)
def test_markdown_is_told_from_plain_text(source, expected):
    assert is_markdown(source) is expected


def test_a_text_without_settings_is_left_as_it_is():
    assert split_front_matter("We met.\n---\nWe left.") == ({}, "We met.\n---\nWe left.")


@pytest.mark.parametrize(
    ("setting", "title"),
    [
        ('title: "G7\\_Statement on the\\_\\\n  Sea\\u2019s\\\n  \\ Cables"', "G7 Statement on the Sea’s Cables"),
        ('title: "The \\"G7\\" meets\n  again"', 'The "G7" meets again'),
        ("title: 'The G7''s\n  cables'", "The G7's cables"),
        ("title: >-\n  The G7\n  counts cables", "The G7 counts cables"),
        ("title: The G7 counts\n  its cables", "The G7 counts its cables"),
    ],
)
def test_a_value_is_read_as_yaml_writes_it(setting, title):
    settings, body = split_front_matter(f"---\n{setting}\ndate: 2024-06-13\n---\nWe met.")
    assert (settings, body) == ({"title": title, "date": "2024-06-13"}, "We met.")


def test_a_title_that_is_the_first_heading_too_stands_once():
    reading = read_page(
        b"---\ntitle: G7 Statement on Cables\n---\n\n# G7 Statement on Cables\n\nWe met.\n", "text/plain", "utf-8"
    )
    assert [reading.of(b) for b in reading.blocks] == ["G7 Statement on Cables", "We met."]
