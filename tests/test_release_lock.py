import os
import signal
import subprocess
import sys

import pytest

from g7data.release.errors import OutputBusy, OutputNotWritable
from g7data.release.lock import exclusive

HOLD = """
import sys, time
from pathlib import Path
from g7data.release.lock import exclusive

with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def holder(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_build_stops_at_once_and_names_the_first(tmp_path, holder):
    with pytest.raises(OutputBusy, match=f"is being built by process {holder.pid}; wait for it"), exclusive(tmp_path):
        pass


def test_a_second_build_in_the_same_process_stops_too(tmp_path):
    with exclusive(tmp_path), pytest.raises(OutputBusy, match=f"process {os.getpid()}"), exclusive(tmp_path):
        pass


def test_the_lock_dies_with_its_process(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with exclusive(tmp_path):
        pass


def test_the_lock_is_free_after_a_failure(tmp_path):
    with pytest.raises(ZeroDivisionError), exclusive(tmp_path):
        raise ZeroDivisionError
    with exclusive(tmp_path):
        pass


def test_the_output_is_made_if_need_be(tmp_path):
    with exclusive(tmp_path / "new" / "output"):
        assert (tmp_path / "new" / "output").is_dir()


def test_an_output_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputNotWritable, match="choose another output"), exclusive(tmp_path / "file"):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_without_permission_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputNotWritable, match="Permission denied"), exclusive(tmp_path / "output"):
        pass
