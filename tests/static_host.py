"""A static web host on this machine, as releases are shown to the world: nginx, with ranges and a log of what it sent."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
"""The program, where it is installed (`apt-get install nginx-light`)."""
_LOGGED = 0.05
_ANSWER = re.compile(r'" \d{3} (\d+) ')


class Sent(NamedTuple):
    """What a host sent: how many answers, and the bytes of their bodies."""

    requests: int
    size: int


@contextmanager
def nginx(root: Path, folder: Path) -> Iterator[str]:
    """Nginx as a static host of `root`, on a free port of this machine; its files are put in the new folder `folder`."""
    assert NGINX is not None, "nginx is not installed: apt-get install nginx-light"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder.mkdir()
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"daemon off; {user} pid {folder}/pid; error_log {folder}/error.log; events {{}}"
        f"http {{ access_log {folder}/access.log; {temporary} server {{ listen 127.0.0.1:{port}; root {root}; }} }}"
    )
    command = [NGINX, "-c", f"{folder}/nginx.conf", "-p", str(folder), "-e", f"{folder}/error.log"]
    server = subprocess.Popen(command)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


class Log:
    """The log of a host in `folder`; each time it is asked, it tells what was sent since it was last asked."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "access.log"
        self._read = 0

    def sent(self) -> Sent:
        """What was sent since; an answer is logged a moment after it was sent, so wait for that."""
        time.sleep(_LOGGED)
        with self._path.open(encoding="utf-8") as log:
            log.seek(self._read)
            text = log.read()
            self._read = log.tell()
        sizes = [int(size) for size in _ANSWER.findall(text)]
        return Sent(len(sizes), sum(sizes))


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
