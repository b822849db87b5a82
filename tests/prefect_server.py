"""One Prefect server for all tests: the first that needs it starts it, and it ends with the run."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import requests

from tests.made_once import made_once

_PATIENCE = 180.0  # seconds
_NOTE = "server.txt"


def api_of_server(folder: Path) -> str:
    """The address of the API of the server whose files are in `folder`; it is started if it is not there yet."""
    made_once(folder, lambda new: (new / _NOTE).write_text(_start(new), encoding="utf-8"))
    return (folder / _NOTE).read_text(encoding="utf-8").split()[0]


def end_server(folder: Path) -> None:
    """End the server, if one was started."""
    with suppress(FileNotFoundError):
        _, process = (folder / _NOTE).read_text(encoding="utf-8").split()
        with suppress(ProcessLookupError):
            os.killpg(int(process), signal.SIGTERM)


def _start(folder: Path) -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    plain = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-services"],
            env={**plain, "PREFECT_HOME": str(folder / "home"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"},
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    api = f"http://127.0.0.1:{port}/api"
    deadline = time.monotonic() + _PATIENCE
    asking = requests.Session()
    asking.trust_env = False
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(requests.RequestException):
            if asking.get(f"{api}/health", timeout=5).ok:
                return f"{api} {process.pid}"
        time.sleep(0.2)
    os.killpg(process.pid, signal.SIGKILL)
    raise RuntimeError(f"the Prefect server did not start:\n{(folder / 'server.log').read_text(encoding='utf-8')}")
