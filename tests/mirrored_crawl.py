"""A small crawl in the layout of Common Crawl: WARC files of single packed records, the columnar index, and its list."""

import gzip
import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

CRAWL = "CC-MAIN-2024-10"
FETCHED = datetime(2024, 2, 21, 12, 30, 5)
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("url_surtkey", "url", "url_host_name", "url_host_tld", "url_host_2nd_last_part")),
        *((f"url_host_{place}_last_part", pa.string()) for place in ("3rd", "4th", "5th")),
        *((f"url_host_{kind}", pa.string()) for kind in ("registry_suffix", "registered_domain", "private_suffix")),
        *((name, pa.string()) for name in ("url_host_private_domain", "url_host_name_reversed", "url_protocol")),
        ("url_port", pa.int32()),
        ("url_path", pa.string()),
        ("url_query", pa.string()),
        ("fetch_time", pa.timestamp("ms")),
        ("fetch_status", pa.int16()),
        ("fetch_redirect", pa.string()),
        *((f"content_{what}", pa.string()) for what in ("digest", "mime_type", "mime_detected", "charset", "languages", "truncated")),
        ("warc_filename", pa.string()),
        ("warc_record_offset", pa.int32()),
        ("warc_record_length", pa.int32()),
        ("warc_segment", pa.string()),
    ]
)  # fmt: skip
"""The columns of the index since 2021."""

Answer = tuple[str, bytes]
"""An address and the page behind it."""


def mirror(
    folder: Path, *files: Sequence[Answer], kind: str = "text/html", status: int = 200, listed_together: int = 2
) -> Path:
    """Make a mirror of one crawl: a WARC file for each of `files`, and so many pages in each file of the index."""
    rows = [row for number, pages in enumerate(files) for row in _warc(folder, number, pages, kind, status)]
    rows.sort(key=lambda row: str(row["url_surtkey"]))
    names = []
    for part, at in enumerate(range(0, len(rows), listed_together)):
        name = f"cc-index/table/cc-main/warc/crawl={CRAWL}/subset=warc/part-{part:05}-made-up.c000.gz.parquet"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows[at : at + listed_together], SCHEMA), folder / name, compression="gzip")
        names.append(name)
    others = [f"cc-index/table/cc-main/warc/crawl={CRAWL}/subset=robotstxt/part-00000-made-up.c000.gz.parquet"]
    listed = folder / "crawl-data" / CRAWL / "cc-index-table.paths.gz"
    listed.write_bytes(gzip.compress("\n".join([*names, *others, ""]).encode()))
    return folder


def _warc(folder: Path, number: int, pages: Iterable[Answer], kind: str, status: int) -> Iterable[dict[str, object]]:
    name = f"crawl-data/{CRAWL}/segments/1707947473347.0/warc/{CRAWL}-{number:05}.warc.gz"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    content = b""
    for url, body in pages:
        packed = _record(url, body, kind, status)
        parts = urlsplit(url)
        host = parts.hostname or ""
        key = ",".join(reversed(host.removeprefix("www.").split("."))) + ")" + parts.path.lower()
        yield {
            "url_surtkey": key, "url": url, "url_host_name": host, "url_host_tld": host.rsplit(".", 1)[-1],
            "url_path": parts.path, "url_protocol": parts.scheme, "fetch_time": FETCHED, "fetch_status": status,
            "content_digest": hashlib.sha1(body, usedforsecurity=False).hexdigest(), "content_mime_type": kind,
            "content_mime_detected": kind, "warc_filename": name, "warc_record_offset": len(content),
            "warc_record_length": len(packed), "warc_segment": "1707947473347.0",
        }  # fmt: skip
        content += packed
    (folder / name).write_bytes(content)


def _record(url: str, body: bytes, kind: str, status: int) -> bytes:
    packed = BytesIO()
    writer = WARCWriter(packed, gzip=True)
    head = StatusAndHeaders(
        f"{status} OK", [("Content-Type", kind), ("Content-Length", str(len(body)))], protocol="HTTP/1.1"
    )
    writer.write_record(
        writer.create_warc_record(
            url, "response", payload=BytesIO(body), http_headers=head,
            warc_headers_dict={"WARC-Date": FETCHED.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
    )  # fmt: skip
    return packed.getvalue()
