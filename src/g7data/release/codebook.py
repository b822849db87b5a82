"""CODEBOOK.md: every table and column, its type and unit, what it means, an example, and the values it may hold."""

from collections.abc import Iterable

from g7data.release.contract import Column, TableContract, type_name
from g7data.release.markdown import code, table


def codebook(contracts: Iterable[TableContract]) -> str:
    """Return the codebook of these tables; their contracts see to it that no column lacks a description."""
    return "# Codebook\n\n" + "\n".join(map(_chapter, contracts))


def _chapter(contract: TableContract) -> str:
    header = ("column", "type", "unit", "null", "meaning", "example")
    key = ", ".join(map(code, contract.key)) or "none; this is a log, and two of its rows may be equal"
    parts = [
        f"## {contract.name}\n\n{contract.description}\n\nKey: {key}\n",
        table(header, (_line(contract, column) for column in contract.columns)),
        *(_vocabulary(column) for column in contract.columns if column.vocabulary),
    ]
    return "\n".join(parts)


def _line(contract: TableContract, column: Column) -> tuple[str, ...]:
    null = "no" if column.required else "yes"
    meaning = column.description
    if (reference := contract.references.get(column.name)) is not None:
        meaning = f"{meaning.rstrip('.')}. Refers to {code('.'.join(reference))}."
    return code(column.name), type_name(column.type), column.unit, null, meaning, code(column.example)


def _vocabulary(column: Column) -> str:
    if not any(column.vocabulary.values()):
        return f"Values of {code(column.name)}: {', '.join(map(code, column.vocabulary))}.\n"
    meanings = table(("value", "meaning"), ((code(value), told) for value, told in column.vocabulary.items()))
    return f"Values of {code(column.name)}:\n\n{meanings}"
