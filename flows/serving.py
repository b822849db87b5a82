"""The flows as deployments of a Prefect server: refreshed by the clock, or started from its page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Unpack

from prefect import Flow, serve
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.types.entrypoint import EntrypointType

from flows.build import build
from flows.options import Options
from flows.refresh import refresh
from flows.runs import run_tags

_ONE_AT_A_TIME = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)


def serve_flows(output: Path, cron: str | None, **files: Unpack[Options]) -> None:
    """Offer both flows to the server, and run what it asks for, until this is ended.

    `cron` says when to refresh, in UTC; without it, that is done when somebody asks. `files` are those of corrections, renames and
    the key, by the names of the flows' parameters. One run at a time, of both: the next one waits.
    """
    shared = {
        "output": str(output),
        **{name: str(path.resolve()) for name, path in files.items() if isinstance(path, Path)},
    }
    serve(
        _offer(
            refresh,
            shared,
            "Fetch what is new on the publishers' sites, and publish a release of all that was ever fetched.",
            run_tags(output),
            cron,
        ),
        _offer(
            build,
            {"inputs": [str(output / "archive")], **shared},
            "Read pages from folders and WARC files, and publish a release.",
            run_tags(output),
        ),
        pause_on_shutdown=False,
        limit=1,  # both work in the same output
    )


def _offer(
    flow: Flow[..., Any], parameters: Mapping[str, object], description: str, tags: list[str], cron: str | None = None
) -> RunnerDeployment:
    return RunnerDeployment.from_flow(
        flow,
        flow.name,
        cron=cron,
        parameters=dict(parameters),
        tags=tags,
        description=description,
        concurrency_limit=_ONE_AT_A_TIME,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
