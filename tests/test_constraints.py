"""constraints.txt is complete: every package that an install brings is pinned, all pins fit each other, and none is left over.

`.ci/run` installs by it into an empty environment, and runs these tests there: what is asked here is that environment. Packages of
an extra that is not installed, such as those of the benchmarks, are resolved by pip, which installs nothing.
"""

import importlib.metadata
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "constraints.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED = [
    *PROJECT["build-system"]["requires"],
    "editables",
    *PROJECT["project"]["dependencies"],
    *(line for extra in EXTRAS.values() for line in extra),
]
"""All that is asked for: what builds g7data (`make` names `editables` too), what it needs, and its extras."""


def pins() -> dict[str, str]:
    """The version of each package that is pinned."""
    lines = PINS.read_text(encoding="utf-8").splitlines()
    named = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in named}


def needed(lines: Iterable[str], extras: Iterable[str] = ("",)) -> Iterator[Requirement]:
    """The requirements among these lines that hold on this machine."""
    for line in lines:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield requirement


def installed() -> tuple[dict[str, str], list[str], list[str]]:
    """What is installed of all that is asked for and of what that needs, and so on, with versions; what is not; what does not fit."""
    found: dict[str, str] = {}
    missing, unfit = [], []
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(needed(ASKED))
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if not requirement.specifier.contains(pins().get(name, "0"), prereleases=True):
            unfit.append(str(requirement))
        if (name, frozenset(requirement.extras)) in seen:
            continue
        seen.add((name, frozenset(requirement.extras)))
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(str(requirement))
            continue
        waiting += needed(importlib.metadata.requires(name) or (), requirement.extras)
    return found, missing, unfit


def resolved(lines: list[str]) -> dict[str, str]:
    """What pip would install for these requirements beside what is here, with versions."""
    if not lines:
        return {}
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--dry-run",
        "--report",
        "-",
        "--constraint",
        str(PINS),
        *lines,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found = (package["metadata"] for package in json.loads(done.stdout)["install"])
    return {canonicalize_name(package["name"]): package["version"] for package in found}


@pytest.fixture(scope="module")
def here() -> tuple[dict[str, str], list[str], list[str]]:
    return installed()


def test_what_is_installed_is_what_is_pinned(here):
    found, _, _ = here
    assert {name: version for name, version in found.items() if pins().get(name) != version} == {}


def test_no_package_asks_for_what_is_not_pinned_or_for_another_version(here):
    _, _, unfit = here
    assert unfit == []


def test_no_pin_is_missing_and_none_is_left_over(here):
    found, missing, _ = here
    assert found | resolved(missing) == pins()


def test_the_machine_that_checks_installs_by_the_pins_into_an_empty_environment():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "fresh=$(mktemp -d" in script
    assert {line.split("VENV=")[1].split()[0] for line in script.splitlines() if "VENV=" in line} == {'"$fresh/venv"'}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "install --constraint constraints.txt" in makefile
    assert all("$(PIP)" in line for line in makefile.splitlines() if "--editable" in line or "editables" in line)
