"""What may be done with a text: the copy's terms, the work's, and whether the release prints the text.

The text of official documents of governments is published, wherever the copy lies; so is what a publisher's own terms open.
News and other reserved works are not: their fields, offsets, hash and address are (docs/architecture.md, rights).
"""

from dataclasses import dataclass

from g7data.sources import Publisher


@dataclass(frozen=True, slots=True)
class Rights:
    """`host_rights` of the copy, `work_rights` of the text, and whether the text may be published."""

    host_rights: str
    work_rights: str
    text_published: bool


def rights_of(publisher: Publisher, *, official: bool) -> Rights:
    """The rights in a copy by this publisher of a text that is the group's own (`official`) or somebody's about it."""
    if official:
        return Rights(publisher.host_rights, "official-text-of-governments", True)
    if publisher.kind == "government":
        return Rights(publisher.host_rights, publisher.host_rights, publisher.text_open)
    return Rights(publisher.host_rights, "all-rights-reserved", publisher.text_open)
