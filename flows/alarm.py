"""Alarms of a Prefect server: it posts to an address when a run ends badly, a source needs a look, or nothing is refreshed any more.

The last is for what cannot tell of itself: a machine that is off, a schedule that somebody paused and forgot.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import cast
from uuid import UUID

from prefect.automations import Automation, CallWebhook, EventTrigger, Posture
from prefect.blocks.webhook import Webhook
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.context import FlowRunContext
from prefect.events import emit_event
from prefect.settings import get_current_settings

from g7data.errors import G7DataError
from g7data.fetch.run import Fetched

TAG = "g7data"
"""The tag of the runs that are watched."""
SOURCE_ALARM = "g7data.source.alarm"
"""The event that tells of an alarm at a source."""
_BLOCK = "g7data-alarm"
_COMPLETED = "prefect.flow-run.Completed"
_ENDED_BADLY = frozenset(f"prefect.flow-run.{state}" for state in ("Failed", "Crashed", "TimedOut"))
_TAGGED: dict[str, str | list[str]] = {"prefect.resource.role": "tag", "prefect.resource.id": f"prefect.tag.{TAG}"}
_REFRESH: dict[str, str | list[str]] = {"prefect.resource.role": "flow", "prefect.resource.name": "refresh"}


class NoServer(G7DataError):
    """There is no Prefect server that stays, so that nobody would give the alarm."""


def set_alarms(address: str, quiet: int) -> list[str]:
    """Let the server that PREFECT_API_URL names post `{"text": …}` to an address; gives the names of its alarms.

    `quiet` is how many days may go by without a refresh that completes. Alarms that were set before are replaced.
    Raises NoServer.
    """
    if get_current_settings().api.url is None:
        raise NoServer("no Prefect server is named; start one (`prefect server start`) and name it in PREFECT_API_URL")
    webhook = Webhook.model_validate({"url": address, "headers": {"Content-Type": "application/json"}})
    block = cast("UUID", webhook.save(_BLOCK, overwrite=True))
    alarms = [
        Automation(
            name=name, trigger=trigger, actions=[CallWebhook(block_document_id=block, payload=_post(name, more))]
        )
        for name, trigger, more in _watched(timedelta(days=quiet))
    ]
    with get_client(sync_client=True) as client:
        _forget(client)
    for alarm in alarms:
        alarm.create()
    return [alarm.name for alarm in alarms]


def tell_alarms(fetched: Fetched) -> None:
    """Tell the server of each alarm at a source, as an event; outside a run there is nobody to tell."""
    if FlowRunContext.get() is None:
        return
    for source_id, told in sorted(fetched.tally.sources.items()):
        for alarm in told.alarms:
            emit_event(
                SOURCE_ALARM,
                resource={"prefect.resource.id": f"g7data.source.{source_id}", "prefect.resource.name": source_id},
                payload={"source_id": source_id, "alarm": alarm},
            )


def _watched(quiet: timedelta) -> Iterator[tuple[str, EventTrigger, str]]:
    """Give the name of each alarm, what sets it off, and what more is told, as an expression of Jinja."""
    failed, odd = (_when_any_of(names) for names in (_ENDED_BADLY, {SOURCE_ALARM}))
    yield f"{TAG}: a run ended badly", failed, "flow_run.name ~ ': ' ~ flow_run.state.message"
    yield f"{TAG}: look at a source", odd, "event.payload.source_id ~ ': ' ~ event.payload.alarm"
    missing = EventTrigger(
        expect={_COMPLETED}, match_related=_REFRESH, posture=Posture.Proactive, threshold=1, within=quiet
    )
    yield f"{TAG}: nothing was refreshed for {quiet.days} days", missing, "''"


def _when_any_of(names: AbstractSet[str]) -> EventTrigger:
    return EventTrigger(
        expect=set(names), match_related=_TAGGED, posture=Posture.Reactive, threshold=1, within=timedelta(0)
    )


def _post(name: str, more: str) -> str:
    """A template of what is posted: the name of the alarm, then what the expression `more` gives."""
    return '{"text": {{ ("%s. " ~ %s) | tojson }}}' % (name, more)  # noqa: UP031  # braces are the template's


def _forget(client: SyncPrefectClient) -> None:
    """Delete the alarms that were set before."""
    for known in client.read_automations():
        if known.name.startswith(f"{TAG}: ") and known.id is not None:
            client.delete_automation(known.id)
