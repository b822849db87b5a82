"""pywb, which replays web archives, in a virtual environment of its own: what others make of the files that we write."""

import hashlib
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import requests
from filelock import FileLock

PINS = Path(__file__).with_name("pywb-constraints.txt")
_COLLECTION = "pages"
_PATIENCE = 60.0
_GAVE_UP = re.compile(r"Retry\(total=0\b.* after connection broken by (.*)")
"""What pip says when it tries for the last time to reach a registry."""


class RegistryUnreachable(Exception):
    """No package can be had; the message says what pip said."""


class PinsFailed(Exception):
    """The registry answers, and yet pywb cannot be installed as it is pinned."""


@dataclass(frozen=True, slots=True)
class Replay:
    """An archive that pywb replays on 127.0.0.1."""

    port: int

    def get(self, url: str, when: datetime) -> requests.Response:
        """The capture of an address nearest to a time, as it was received: `id_` asks for it unchanged."""
        with requests.Session() as session:
            session.trust_env = False
            return session.get(f"http://127.0.0.1:{self.port}/{_COLLECTION}/{when:%Y%m%d%H%M%S}id_/{url}", timeout=30)


def install_pywb(cache: Path) -> Path:
    """Give the folder of pywb's programs; it is installed once for each list of pins, under `cache`.

    Raises `RegistryUnreachable`, and `PinsFailed` with pip's words if it is the pins that do not work.
    """
    pins = PINS.read_text(encoding="utf-8")
    home = cache / hashlib.sha256(f"{pins}{sys.version}".encode()).hexdigest()[:12]
    stamp = home / "installed"
    with FileLock(f"{home}.lock"):
        if not stamp.exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
            _install(home / "bin" / "python", next(line for line in pins.splitlines() if line.startswith("pywb==")))
            stamp.touch()
    return home / "bin"


def _install(python: Path, wanted: str) -> None:
    pip = [str(python), "-m", "pip", "-q", "--disable-pip-version-check", "--retries", "2", "install", wanted]
    done = subprocess.run(pip, capture_output=True, text=True, env=os.environ | {"PIP_CONSTRAINT": str(PINS)})
    if done.returncode != 0 and (gave_up := _GAVE_UP.search(done.stderr)):
        raise RegistryUnreachable(gave_up[1])
    if done.returncode != 0:
        raise PinsFailed(f"pip could not install what {PINS.name} pins:\n{done.stderr}")


@contextmanager
def replay(programs: Path, folder: Path, *warcs: Path) -> Iterator[Replay]:
    """Let pywb index WARC files in a folder and replay them for as long as the block runs."""
    for arguments in (["init", _COLLECTION], ["add", _COLLECTION, *map(str, warcs)]):
        subprocess.run([programs / "wb-manager", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    port = _free_port()
    command = [str(programs / "wayback"), "--bind", "127.0.0.1", "--port", str(port)]
    with (
        (folder / "wayback.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT) as server,
    ):
        try:
            _wait_for(server, port, folder / "wayback.log")
            yield Replay(port)
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _wait_for(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"pywb does not answer: {log.read_text(encoding='utf-8', errors='replace')}")
