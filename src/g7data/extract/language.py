"""The language of a text: by its script and its commonest words, with what the page declares to settle a tie."""

import re
from collections import Counter

from g7data.extract.found import Found
from g7data.extract.page import Page

_WORDS = {
    "en": "the of and to in that for with on is are by as from at was will",
    "fr": "le la les de des et du en une dans pour que qui est sur par au aux ce avec ont",
    "de": "der die und das den von zu mit für auf ist im des dem eine in wir nicht",
    "it": "il la di che e del della dei per con gli le nel una sono in al alla",
    "es": "el la los de y que en las del por con una para se al",
    "pt": "o a os de e que do da em para com uma dos no na",
    "nl": "de het een van en in op te dat voor met zijn is aan",
}
_LANGUAGE_OF: dict[str, list[str]] = {}
for _language, _words in _WORDS.items():
    for _word in _words.split():
        _LANGUAGE_OF.setdefault(_word, []).append(_language)
_TOKEN = re.compile(r"[^\W\d_]+")
_OTHER_LETTERS = re.compile(r"[а-яА-Яぁ-んァ-ヶ一-鿿]")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_CYRILLIC = re.compile(r"[а-яА-Я]")
_HAN = re.compile(r"[一-鿿]")
_QUOTED = 60  # characters cited for it: enough to see, little to copy
_SAMPLE = 2000  # characters of the body


def read_language(page: Page) -> Found[str]:
    """The BCP 47 tag of the language in which the body is written; `und` where nothing tells."""
    body = page.body or page.title_blocks or list(page.reading.blocks)
    start = body[0].start if body else 0
    sample = page.text[start : start + _SAMPLE]
    end = start + min(len(sample), _QUOTED)
    declared = (page.reading.language or "").split("-")[0]
    if _OTHER_LETTERS.search(sample) and (script := _by_script(sample, declared)) is not None:
        return Found(script, start, end, "language:script")
    scores = dict.fromkeys(_WORDS, 0)
    times = Counter(_TOKEN.findall(sample.lower()))
    for token in times.keys() & _LANGUAGE_OF.keys():
        for language in _LANGUAGE_OF[token]:
            scores[language] += times[token]
    best = max(scores, key=lambda language: (scores[language], language == declared))
    if scores[best]:
        return Found(best, start, end, "language:common words")
    return Found(declared or "und", start, end, "language:declared", 0.5)


def _by_script(sample: str, declared: str) -> str | None:
    """The language that the letters show, where they are not Latin ones."""
    if len(_KANA.findall(sample)) * 10 > len(sample):
        return "ja"
    if len(_CYRILLIC.findall(sample)) * 3 > len(sample):
        return declared if declared in ("ru", "uk", "bg") else "ru"
    if len(_HAN.findall(sample)) * 3 > len(sample):
        return declared if declared in ("zh", "ja") else "zh"
    return None
