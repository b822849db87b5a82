"""`python -m tests.internet DESCRIPTOR FOLDER`: the process that `Internet` starts; it ends when its parent does."""

import asyncio
import contextlib
import socket
import sys
from pathlib import Path

from tests.internet.server import serve

if __name__ == "__main__":
    with contextlib.suppress(ConnectionError, KeyboardInterrupt):
        asyncio.run(serve(socket.socket(fileno=int(sys.argv[1])), Path(sys.argv[2])))
