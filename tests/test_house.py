"""The house keeps its rules: directions of imports, pins, versions, and nothing of the machine it was written on."""

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "identity": set(),
    "addresses": {"errors"},
    "reference": set(),
    "sources": {"errors", "reference"},
    "archive": {"errors"},
    "reading": {"errors"},
    "fetch": {"archive", "errors", "reading", "sources"},
    "commoncrawl": {"addresses", "archive", "errors", "sources"},
    "extract": {"archive.capture", "errors", "reading", "reference", "sources"},
    "assemble": {"archive", "errors", "extract", "identity", "reference", "sources"},
    "depot": {"addresses", "archive", "assemble", "errors"},
    "release": {"addresses", "errors"},
    "scoring": {"errors", "release"},
    "client": {"addresses", "errors", "identity", "release"},
    "cli": {
        "archive",
        "assemble",
        "client",
        "commoncrawl",
        "errors",
        "extract",
        "fetch",
        "reading",
        "reference",
        "release",
        "scoring",
        "sources",
    },
}
"""What each room of g7data may import besides itself, in the order in which data walks through them."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
NOT_OURS = {
    ".git",
    ".venv",
    "output",
    "dist",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
}
OF_A_MACHINE = re.compile(
    r"(?<![\w.~-])/(?:[w]ork|[r]oot|[h]ome|[o]pt|[U]sers|[m]nt)/\w|"
    r"[p]ypi\.org|[p]ythonhosted|[i]ndex-url|[f]ind-links|/[s]imple(?:/|\b)|[d]ownload\.pytorch"
)


def modules() -> Iterator[tuple[str, Path]]:
    """All modules of the library, the schemas and the flows, by their dotted names."""
    for base, package in ((ROOT / "src", "g7data"), (ROOT, "schemas"), (ROOT, "flows")):
        for path in sorted((base / package).rglob("*.py")):
            parts = path.relative_to(base).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


MODULES = dict(modules())


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it; `from a import b` is `a.b` where that is a module of ours."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else str(node.module)


def within(module: str, allowed: set[str]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in allowed)


def ours(module: str) -> bool:
    return within(module, {"g7data", "schemas", "flows"})


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", MODULES)
def test_imports_only_what_its_room_may(module: str) -> None:
    package = module.split(".")[0]
    if package == "flows":
        return
    room = room_of(module)
    allowed = (
        {"schemas"} if package == "schemas" else {f"g7data.{name}" for name in ROOMS.get(room, set()) | {room} if name}
    )
    wrong = [name for name in imports(MODULES[module]) if ours(name) and not within(name, allowed)]
    assert not wrong, (
        f"{module} imports {', '.join(wrong)}; a {room or package} may import {', '.join(sorted(allowed))}"
    )


def test_every_room_has_a_row() -> None:
    there = {room_of(module) for module in MODULES if module.startswith("g7data.")}
    assert there - ROOMS.keys() == set(), "say in ROOMS and in docs/architecture.md what a new room may import"


def test_rooms_import_only_earlier_ones() -> None:
    order = list(ROOMS)
    for room, allowed in ROOMS.items():
        assert {name.split(".")[0] for name in allowed} <= set(order[: order.index(room)]), room


def test_the_architecture_shows_the_same_directions() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    _, rest = text.split("| room | what happens there | may import |\n|---|---|---|\n")
    rows = [line.strip("|").split("|") for line in rest.split("\n\n")[0].splitlines()]
    assert {row[0].strip(" `"): set(re.findall(r"`([\w.]+)`", row[-1])) for row in rows} == ROOMS


def test_no_modules_import_each_other() -> None:
    graph = {
        module: {name for name in imports(path) if name in MODULES and name != module}
        for module, path in MODULES.items()
    }
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    said = ast.get_docstring(ast.parse(MODULES[module].read_text(encoding="utf-8")))
    assert said
    assert len(said.split()) > 3, f"{module}: {said!r} tells nobody anything"


def texts() -> Iterator[tuple[Path, str]]:
    """All text files of the project, but what runs and tools leave in it, and the sample pages."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS)
        for path in (Path(folder, name) for name in sorted(files)):
            if path.suffix != ".pdf" and path.parent != ROOT / "tests" / "pages":
                yield path.relative_to(ROOT), path.read_bytes().decode(errors="replace")


def test_names_no_machine_and_no_registry() -> None:
    found = [f"{path}: {match[0]}" for path, text in texts() for match in OF_A_MACHINE.finditer(text)]
    assert found == []


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    named = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in named}


def test_constraints_pin_and_nothing_else() -> None:
    lines = [
        line for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!+]+", line)] == []
    assert len(pins()) == len(lines), "a package is pinned twice"


@pytest.mark.parametrize(
    "wanted",
    [
        *PROJECT["build-system"]["requires"],
        *PROJECT["project"]["dependencies"],
        *EXTRAS["pipeline"],
        *EXTRAS["dev"],
        *EXTRAS["bench"],
    ],
)
def test_what_the_project_asks_for_is_pinned_within_its_bounds(wanted: str) -> None:
    requirement = Requirement(wanted)
    assert requirement.specifier.contains(pins()[canonicalize_name(requirement.name)])


def test_every_dependency_is_accounted_for() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    names = {
        Requirement(line).name for group in (PROJECT["project"]["dependencies"], *EXTRAS.values()) for line in group
    }
    assert sorted(name for name in names if not re.search(rf"^\| `{name}` \|", text, re.MULTILINE)) == []


def test_the_citation_is_of_this_version() -> None:
    cited = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE)
    assert cited
    assert cited[1] == PROJECT["project"]["version"]


def test_the_changelog_has_a_place_for_what_comes() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_machine_that_checks_runs_the_commands_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert {
        "make --no-print-directory dataset",
        "make --no-print-directory test",
        "make --no-print-directory check",
    } <= {match[0] for match in re.finditer(r"make --no-print-directory [a-z]+", script.read_text(encoding="utf-8"))}


def test_runs_on_a_python_that_the_project_names() -> None:
    assert Requirement(f"python{PROJECT['project']['requires-python']}").specifier.contains(
        ".".join(map(str, sys.version_info[:3]))
    )
