"""`python -m tests.bench.assembler SHARDS STAGING`: shards into validated tables, and what each step took, as JSON.

In a process of its own, so that the most memory it held is that of this one run.
"""

import json
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq

import schemas
from flows.measured import accuracy_table
from flows.validation import validate_tables
from g7data.assemble.tables import assemble
from tests.bench.machine import peak_memory


def main(shards: Path, staging: Path) -> None:
    """Assemble and validate once."""
    contracts = schemas.arrow_schemas()
    took: dict[str, float] = {}
    begun = time.perf_counter()
    assemble(filter(Path.is_dir, shards.iterdir()), staging, contracts, accuracy=accuracy_table())
    took["assemble"] = time.perf_counter() - begun
    assembling = peak_memory()
    begun = time.perf_counter()
    aside = validate_tables(staging, contracts)
    took["validate"] = time.perf_counter() - begun
    assert not aside.rejected
    rows = {path.stem: pq.read_metadata(path).num_rows for path in staging.glob("*.parquet")}
    print(json.dumps({"seconds": took, "memory": {"assemble": assembling, "validate": peak_memory()}, "rows": rows}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
