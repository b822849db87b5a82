"""Gigabytes of zeros that are small on the wire."""

import struct
import zlib
from collections.abc import Callable
from functools import lru_cache

import brotli

_PIECE = 1 << 22


@lru_cache(maxsize=4)
def packed_zeros(coding: str, size: int) -> bytes:
    """At least so many zeros, coded; one packed piece over and over, since packing a gigabyte takes seconds."""
    count = -(-size // _PIECE)
    zeros = bytes(_PIECE)
    if coding == "br":
        press = brotli.Compressor(quality=1)
        return b"".join([*(press.process(zeros) for _ in range(count)), press.finish()])
    packer = zlib.compressobj(9, wbits=-15)
    packed = (packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)) * count + zlib.compressobj(wbits=-15).flush()
    if coding == "deflate":
        return b"\x78\xda" + packed + _checksum(zlib.adler32, 1, zeros, count).to_bytes(4, "big")
    trailer = struct.pack("<II", _checksum(zlib.crc32, 0, zeros, count), count * _PIECE & 0xFFFFFFFF)
    return b"\x1f\x8b\x08\0\0\0\0\0\x02\xff" + packed + trailer


def _checksum(step: Callable[[bytes, int], int], value: int, piece: bytes, count: int) -> int:
    for _ in range(count):
        value = step(piece, value)
    return value
