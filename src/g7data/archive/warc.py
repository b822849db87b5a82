"""The door to WARC files: captures out of them (`reader`), pages into them (`writer`)."""

from g7data.archive.reader import check_archive, read_capture_at, read_captures
from g7data.archive.writer import digest_pages, write_resources

__all__ = ["check_archive", "digest_pages", "read_capture_at", "read_captures", "write_resources"]
