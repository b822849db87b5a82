"""The descriptors of a release, read by the tools of those who wrote the standards: frictionless, mlcroissant, rdflib."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import mlcroissant
import pyarrow.parquet as pq
import pytest
import yaml
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, SDO, XSD

from g7data.release.citation import CITATION
from g7data.release.croissant import CROISSANT
from g7data.release.dcat import DCAT as DCAT_FILE
from g7data.release.descriptor import DESCRIPTOR
from g7data.release.open import row_counts
from g7data.release.schema_org import SCHEMA_ORG

BIN = Path(sys.executable).parent


def described(release: Path, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((release / name).read_text(encoding="utf-8"))
    return content


def frictionless(release: Path) -> dict[str, Any]:
    """What `frictionless validate` says of a release."""
    command = [BIN / "frictionless", "validate", "--json", DESCRIPTOR]
    done = subprocess.run(command, cwd=release, capture_output=True, text=True, check=False)
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["valid"] == (done.returncode == 0)
    return report


@pytest.fixture
def copy(sample_release: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_release, tmp_path / "copy"))


class TestFrictionless:
    def test_it_finds_nothing_wrong_in_any_table(self, sample_release: Path) -> None:
        report = frictionless(sample_release)
        assert [error for task in report["tasks"] for error in task["errors"]] == []
        assert report["valid"]
        counted = {task["name"]: task["stats"].get("rows", 0) for task in report["tasks"]}
        assert counted == row_counts(sample_release)

    def test_it_looks_up_the_keys(self, copy: Path) -> None:
        documents = pq.read_table(copy / "documents.parquet")
        pq.write_table(documents.slice(1), copy / "documents.parquet")
        errors = {error["type"] for task in frictionless(copy)["tasks"] for error in task["errors"]}
        assert {"foreign-key", "row-count"} <= errors


class TestCroissant:
    def test_it_is_valid_without_a_warning(self, sample_release: Path) -> None:
        command = [BIN / "mlcroissant", "validate", "--jsonld", CROISSANT]
        done = subprocess.run(command, cwd=sample_release, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stderr
        assert "Done." in done.stderr

    def test_every_column_is_a_described_field(self, sample_release: Path) -> None:
        told = {
            record_set["name"]: [field["name"] for field in record_set["field"]]
            for record_set in described(sample_release, CROISSANT)["recordSet"]
        }
        assert told == {name: pq.read_schema(sample_release / f"{name}.parquet").names for name in told}
        fields = [field for records in described(sample_release, CROISSANT)["recordSet"] for field in records["field"]]
        assert all(field["description"] for field in fields)

    def test_its_records_are_the_rows(self, sample_release: Path) -> None:
        dataset = mlcroissant.Dataset(jsonld=sample_release / CROISSANT)
        counted = {
            record_set.name: len(list(dataset.records(record_set.name))) for record_set in dataset.metadata.record_sets
        }
        assert counted == row_counts(sample_release)

    def test_its_values_are_those_of_the_columns(self, sample_release: Path) -> None:
        dataset = mlcroissant.Dataset(jsonld=sample_release / CROISSANT)
        clauses = pq.read_table(sample_release / "clauses.parquet").to_pylist()
        for record, row in zip(dataset.records("clauses"), clauses, strict=True):
            assert record["clauses/clause_id"].decode() == row["clause_id"]
            assert (record["clauses/start"], len(record["clauses/flags"])) == (row["start"], len(row["flags"]))

    def test_it_names_the_day_of_the_newest_page(self, sample_release: Path) -> None:
        days = [
            time.date() for time in pq.read_table(sample_release / "pages.parquet")["retrieved_at"].to_pylist() if time
        ]
        assert described(sample_release, CROISSANT)["datePublished"] == max(days).isoformat()


class TestLinkedData:
    @pytest.fixture
    def graph(self, sample_release: Path) -> Graph:
        return Graph().parse(
            sample_release / DCAT_FILE, format="json-ld", publicID="https://host.example/1.0.0/dcat.jsonld"
        )

    def test_dcat_describes_one_dataset_of_this_version(self, graph: Graph) -> None:
        (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
        assert list(graph.objects(dataset, URIRef(f"{DCAT}version"))) == [Literal("1.0.0")]
        assert graph.value(dataset, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
        assert {value.datatype for value in graph.objects(None, DCTERMS.modified)} == {XSD.date}
        assert list(graph.objects(dataset, DCTERMS.rights))

    def test_dcat_leads_to_every_data_file_with_its_size_and_digest(self, graph: Graph, sample_release: Path) -> None:
        sums = dict(line.split()[::-1] for line in (sample_release / "SHA256SUMS").read_text().splitlines())
        addresses = {str(address).rpartition("/")[2]: node for node, address in graph.subject_objects(DCAT.downloadURL)}
        files = {path.name for path in sample_release.iterdir() if path.suffix in (".parquet", ".duckdb")}
        assert addresses.keys() == files
        for name in files - {"g7data.duckdb"}:
            checksum = graph.value(addresses[name], URIRef("http://spdx.org/rdf/terms#checksum"))
            assert str(graph.value(checksum, URIRef("http://spdx.org/rdf/terms#checksumValue"))) == sums[name]
            size = graph.value(addresses[name], DCAT.byteSize)
            assert int(size or 0) == (sample_release / name).stat().st_size

    def test_dcat_uses_no_word_that_its_vocabularies_lack(self, graph: Graph) -> None:
        newer = {"version", "previousVersion"}  # of DCAT 3; rdflib knows DCAT 2
        used = {str(predicate) for predicate in graph.predicates()}
        for vocabulary in (DCAT, DCTERMS):
            words = {word.removeprefix(str(vocabulary)) for word in used if word.startswith(str(vocabulary))}
            assert words
            assert {word for word in words - newer if word not in vocabulary.__annotations__} == set()

    def test_schema_org_uses_no_word_that_its_vocabulary_lacks(self, sample_release: Path) -> None:
        def words(value: object) -> set[str]:
            if isinstance(value, list):
                return set().union(*map(words, value))
            if not isinstance(value, dict):
                return set()
            kind = {value["@type"]} if "@type" in value else set()
            return {name for name in value if not name.startswith("@")} | kind | words(list(value.values()))

        used = words(described(sample_release, SCHEMA_ORG))
        assert {"Dataset", "DataDownload", "license", "distribution"} <= used
        assert {word for word in used if word not in SDO.__annotations__} == set()

    def test_schema_org_tells_what_search_engines_ask_for(self, sample_release: Path) -> None:
        told = described(sample_release, SCHEMA_ORG)
        assert {
            "name",
            "description",
            "license",
            "creator",
            "version",
            "distribution",
            "temporalCoverage",
        } <= told.keys()
        assert 50 <= len(told["description"]) <= 5000
        assert {file["contentUrl"] for file in told["distribution"]} <= {path.name for path in sample_release.iterdir()}


def test_the_citation_is_yaml_with_all_that_the_format_demands(sample_release: Path) -> None:
    told = yaml.safe_load((sample_release / CITATION).read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= told.keys()
    assert (told["cff-version"], told["type"], told["version"]) == ("1.2.0", "dataset", "1.0.0")
    assert told["authors"] == [{"name": "the g7data maintainers"}]
    assert all(isinstance(value, str | list) for value in told.values())
