"""The commands of docs/operating.md, run top to bottom as a newcomer types them: in one shell, in a clone, with a Prefect server.

What stands in for the world: the clone comes from this checkout, its `.venv` holds what is installed here (`.ci/run` installs from
nothing), its catalogue names one publisher on an internet of the tests' own, and `sudo`, `systemctl` and `journalctl` write down what they
were asked. The server has a free port. Everything else is as the page says; a line that is not run, or hangs, is an error.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import requests

from tests.bench.contestants import ROOT
from tests.crawling import catalogue

PAGE = ROOT / "docs" / "operating.md"
SOURCE = "g7-information-centre"
HOME = "https://github.com/g7data/g7data"
SERVED_AT = "/srv/g7data"
_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r"\s{2,}#.*$")
_CRON = re.compile(r"^(?P<when>(?:[\d*/,-]+ ){4}[\d*/,-]+)  (?P<command>.+)$", re.MULTILINE)
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "output", "*_cache", "__pycache__", "dist", "*.egg-info")
_PAGES = 3
_PATIENCE = 240.0  # seconds for one command


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page between fences."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """A command as it stands on the page, its exit code, and what stood on the screen by then."""

    command: str
    code: int
    printed: str


def blocks() -> list[Block]:
    """All blocks of the page, in order."""
    return [Block(found["language"], found["lines"]) for found in _BLOCK.finditer(PAGE.read_text(encoding="utf-8"))]


def commands() -> list[str]:
    """All commands of the page, in order: the lines of terminals without their remarks, and what cron is told to run."""
    return [command for block in blocks() for command in _commands(block)]


def cron_line() -> tuple[str, str]:
    """When cron is to run what."""
    (found,) = (match for block in blocks() if block.language == "cron" for match in _CRON.finditer(block.text))
    return found["when"], found["command"]


def _commands(block: Block) -> list[str]:
    if block.language == "cron":
        return [found["command"] for found in _CRON.finditer(block.text)]
    lines = block.text.splitlines() if block.language == "console" else []
    return [_REMARK.sub("", line.removeprefix("$ ")) for line in lines]


class Server:
    """The API of the Prefect server that the page starts, as its own page asks it."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.api = f"http://127.0.0.1:{self.port}/api"
        self._session = requests.Session()
        self._session.trust_env = False

    def ask(self, path: str, **body: object) -> list[dict[str, object]]:
        """The answer to a question."""
        found: list[dict[str, object]] = self.tell(path, **body).json()
        return found

    def tell(self, path: str, **body: object) -> requests.Response:
        """Make it do something."""
        answer = self._session.post(f"{self.api}/{path}", json=body, timeout=30)
        answer.raise_for_status()
        return answer

    def answers(self) -> bool:
        """Whether it is there."""
        with suppress(requests.RequestException):
            return self._session.get(f"{self.api}/health", timeout=5).ok
        return False


class Terminal:
    """A shell in a folder; what it prints, and what stays in the background, goes to one screen."""

    def __init__(self, folder: Path, environment: dict[str, str], screen: Path) -> None:
        self._screen = screen
        with screen.open("wb") as output:
            self._shell = subprocess.Popen(
                ["bash"], cwd=folder, env=environment, text=True, start_new_session=True,
                stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self._typed = 0

    def type(self, command: str) -> tuple[int, str]:
        """Run a command; gives its exit code and what appeared on the screen until it was done."""
        assert self._shell.stdin is not None
        before, self._typed = self._screen.stat().st_size, self._typed + 1
        end = f"<<{self._typed}:"
        self._shell.stdin.write(f"{command}\nprintf '\\n%s%s>>\\n' '{end}' \"$?\"\n")
        self._shell.stdin.flush()
        done = re.compile(rf"{end}(\d+)>>")
        until(lambda: done.search(self._read(before)) or self._shell.poll() is not None, command)
        found = done.search(self._read(before))
        assert found, f"the shell has ended:\n{self._read(before)}"
        return int(found[1]), self._read(before)[: found.start()]

    def close(self) -> None:
        """End the shell and all that it has started."""
        os.killpg(self._shell.pid, signal.SIGTERM)
        self._shell.wait(60)

    def _read(self, start: int) -> str:
        return self._screen.read_bytes()[start:].decode(errors="replace")


@dataclass(frozen=True, slots=True)
class Day:
    """A maintainer's day: what was typed, in which clone, with which server, and what `systemctl` and its like were asked."""

    done: list[Done]
    clone: Path
    server: Server
    asked: list[str]

    def printed(self, beginning: str) -> str:
        """What commands that begin so have printed."""
        return "\n".join(each.printed for each in self.done if each.command.startswith(beginning))


@contextmanager
def day(folder: Path, environment: dict[str, str], host: str, hook: str) -> Iterator[Day]:
    """Run the page's commands; the servers that it starts run on until the end. `host` is the publisher's, `hook` takes alarms."""
    server, asked = Server(), folder / "asked.txt"
    clone, home = folder / "g7data", _published(folder / "published", host)
    asked.touch()
    told = {
        **environment,
        "PATH": f"{_stand_ins(folder / 'bin', asked)}{os.pathsep}{environment['PATH']}",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{home.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": HOME,
        "PREFECT_SERVER_API_PORT": str(server.port),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_HOME": str(folder / "prefect"),
        "PYTHONPATH": os.pathsep.join((str(clone / "src"), str(clone), environment.get("PYTHONPATH", ""))).rstrip(
            os.pathsep
        ),
    }
    read = {"http://127.0.0.1:4200/api": server.api, "https://hooks.example/g7data": hook, SERVED_AT: str(clone)}
    when_there: dict[str, tuple[Callable[[], object], str]] = {
        ".venv/bin/prefect server start": (server.answers, "the server"),
        ".venv/bin/python -m flows serve": (lambda: len(server.ask("deployments/filter")) == 2, "the deployments"),
    }
    terminal = Terminal(folder, told, folder / "screen.txt")
    try:
        done = []
        for command in commands():
            typed = command
            for old, new in read.items():
                typed = typed.replace(old, new)
            code, printed = terminal.type(typed)
            for beginning, (there, what) in when_there.items():
                if command.startswith(beginning):
                    until(there, what)
            if command.startswith("git clone"):
                _set_up(clone / ".venv")
            done.append(Done(command, code, printed))
        yield Day(done, clone, server, asked.read_text(encoding="utf-8").splitlines())
    finally:
        terminal.close()


def until(found: Callable[[], object], what: str) -> None:
    """Wait for what must come."""
    deadline = time.monotonic() + _PATIENCE
    while not found():
        assert time.monotonic() < deadline, f"it did not come: {what}"
        time.sleep(0.2)


def _published(folder: Path, host: str) -> Path:
    """A repository of what stands here, with few sample pages and one publisher."""
    shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)
    pages = sorted((folder / "tests" / "pages").glob("*.html"))
    for page in pages[_PAGES:]:
        page.unlink()
    listed = (folder / "tests" / "pages" / "pages.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    there = {path.name for path in (folder / "tests" / "pages").iterdir()}
    kept = [listed[0], *(line for line in listed[1:] if line.partition(",")[0] in there)]
    (folder / "tests" / "pages" / "pages.csv").write_text("".join(kept), encoding="utf-8")
    sources = folder / "src" / "g7data" / "sources"
    for file in sources.glob("*.toml"):
        file.unlink()
    (made,) = catalogue(sources, host).glob("*.toml")
    made.write_text(made.read_text(encoding="utf-8").replace("at_least = 1", "at_least = 9"), encoding="utf-8")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", str(folder)]
    for command in (["init", "--quiet"], ["add", "--all", "--force"], ["commit", "--quiet", "--message", "all"]):
        subprocess.run([*git, *command], check=True)
    return folder


def _set_up(venv: Path) -> None:
    """What `make` would install, as it is installed here."""
    venv.mkdir()
    here = Path(sys.prefix)
    (venv / "bin").symlink_to(Path(sys.executable).parent)
    for name in ("lib", "pyvenv.cfg"):
        if (here / name).exists():
            (venv / name).symlink_to(here / name)
    (venv / "pipeline.stamp").touch()


def _stand_ins(folder: Path, asked: Path) -> Path:
    """Programs that this machine need not have: `sudo` does what it is told, the others write down what they were asked."""
    folder.mkdir()
    scripts = {name: f"echo {name} \"$@\" >> '{asked}'" for name in ("systemctl", "journalctl")} | {"sudo": 'exec "$@"'}
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder
