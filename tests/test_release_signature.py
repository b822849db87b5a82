"""Signatures in the format of minisign, checked against a key and a signature that minisign 0.11 itself has made."""

import subprocess
import sys
from pathlib import Path

import pytest

from g7data.release.errors import KeyUnreadable, ReleaseDamaged
from g7data.release.seal import KEY_VARIABLE, is_signed, read_public_key, read_signer, sign_release, wrong_signature
from g7data.release.signature import PublicKey, Signer
from g7data.release.sums import PUBLIC_KEY, SIGNATURE, SUMS, read_sums, write_sums, wrong_sums

MINISIGN_SECRET = (
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAkn1ZN0J3xR5qabe6tMlIKEg24eqyo2dPXbcw+1iw44HE"
    "/tN00TYPBVzlKp4285HrtJtEJ00euSGFgBZ1z5H9h3Zb8J4wGRLZAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
)
MINISIGN_PUBLIC = "untrusted comment: minisign public key 1EC5774237597D92\nRWSSfVk3QnfFHlzlKp4285HrtJtEJ00euSGFgBZ1z5H9h3Zb8J4wGRLZ\n"
TEXT = b"A text that is signed.\n"
MINISIGN_SIGNATURE = (
    "untrusted comment: signature from minisign secret key\n"
    "RUSSfVk3QnfFHqZVedAYG+FUM2rjz8Po/icTK8E1RkmVoU1ogsciBC4ebf6pAesMos7/pJoJKDVh2vl0DKSfVbamUWzmU7s9/Qc=\n"
    "trusted comment: g7data 1.0.0\n"
    "k1omHpoGOvQ5NBLYSxkIs87c9VqyJxnyaOicIjveGbBNMp8Ur+54Nb6/isNK0AdkPikPC0QmwL/sf29OK76GAg==\n"
)
SIGNER = Signer.parse(MINISIGN_SECRET)
PASSWORD = "untrusted comment: minisign encrypted secret key\nRWRTY0Iy" + "A" * 204 + "\n"


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("a")
    write_sums(tmp_path)
    sign_release(tmp_path, "1.0.0", SIGNER)
    return tmp_path


def test_a_key_of_minisign_signs_as_minisign_does() -> None:
    ours, theirs = SIGNER.sign(TEXT, "g7data 1.0.0"), MINISIGN_SIGNATURE
    assert ours.splitlines()[1:] == theirs.splitlines()[1:]


def test_a_public_key_of_minisign_is_read() -> None:
    assert PublicKey.parse(MINISIGN_PUBLIC) == SIGNER.public == PublicKey.parse(MINISIGN_PUBLIC.splitlines()[1])
    assert SIGNER.public.name == "1EC5774237597D92"


def test_keys_come_back_as_they_were_written() -> None:
    new = Signer.new()
    assert Signer.parse(new.text) == new != Signer.new()
    assert PublicKey.parse(new.public.text) == new.public


def test_a_secret_key_does_not_show_itself() -> None:
    assert str(SIGNER.seed) not in repr(SIGNER)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "no secret key"),
        (MINISIGN_PUBLIC, "no secret key"),
        (PASSWORD, "protected by a password"),
        (MINISIGN_SECRET.replace("5qabe6", "5qabf6"), "damaged"),
    ],
)
def test_what_is_no_secret_key_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(KeyUnreadable, match=complaint):
        Signer.parse(text)


@pytest.mark.parametrize("text", ["", "not base64!", MINISIGN_SECRET])
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(KeyUnreadable, match="no public key"):
        PublicKey.parse(text)


def test_a_release_is_signed_beside_its_list(signed: Path) -> None:
    assert is_signed(signed)
    assert list(read_sums(signed)) == ["a.md"]
    assert wrong_sums(signed) == []
    assert wrong_signature(signed) == wrong_signature(signed, SIGNER.public) == []
    assert read_public_key(signed / PUBLIC_KEY) == SIGNER.public


def test_a_key_that_is_not_trusted_is_named(signed: Path) -> None:
    other = Signer.new().public
    assert wrong_signature(signed, other) == [f"it is signed with the key 1EC5774237597D92, not with {other.name}"]


def test_who_signs_anew_with_another_key_is_found_by_the_one_that_is_trusted(signed: Path) -> None:
    (signed / "a.md").write_text("b")
    write_sums(signed)
    sign_release(signed, "1.0.0", Signer.new())
    assert wrong_signature(signed) == []
    assert wrong_signature(signed, SIGNER.public)


def test_a_list_that_was_written_anew_is_found(signed: Path) -> None:
    (signed / "a.md").write_text("b")
    write_sums(signed)
    assert wrong_sums(signed) == []
    assert wrong_signature(signed) == [f"{SIGNATURE}: the key 1EC5774237597D92 has not signed what stands here"]


@pytest.mark.parametrize("name", [SIGNATURE, PUBLIC_KEY])
def test_half_a_signature_is_none(signed: Path, name: str) -> None:
    (signed / name).unlink()
    assert wrong_signature(signed) == [f"{name} is missing"]


@pytest.mark.parametrize("name", [SUMS, SIGNATURE, PUBLIC_KEY])
@pytest.mark.parametrize("change", [1, 0x20, 0x80, 0xFF])
def test_each_byte_of_what_vouches_counts(signed: Path, name: str, change: int) -> None:
    content = (signed / name).read_bytes()
    unseen = []
    for place, byte in enumerate(content):
        (signed / name).write_bytes(content[:place] + bytes([byte ^ change]) + content[place + 1 :])
        try:
            faults = wrong_sums(signed) + wrong_signature(signed)
        except ReleaseDamaged:
            continue
        if not faults:
            unseen.append(place)
    assert unseen == []


def test_the_same_key_signs_the_same_list_with_the_same_bytes(signed: Path) -> None:
    before = (signed / SIGNATURE).read_bytes()
    sign_release(signed, "1.0.0", SIGNER)
    assert (signed / SIGNATURE).read_bytes() == before


def test_the_key_comes_from_a_file_or_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    assert read_signer() is None
    file = tmp_path / "secret"
    file.write_text(MINISIGN_SECRET)
    assert read_signer(file) == SIGNER
    monkeypatch.setenv(KEY_VARIABLE, str(file))
    assert read_signer() == SIGNER
    monkeypatch.setenv(KEY_VARIABLE, MINISIGN_SECRET)
    assert read_signer() == SIGNER
    with pytest.raises(KeyUnreadable, match="cannot be read"):
        read_signer(tmp_path / "absent")


def test_without_cryptography_it_is_said_what_to_install() -> None:
    code = (
        "import sys; sys.modules['cryptography'] = None\n"
        "from g7data.release.signature import Signer\n"
        "from g7data.errors import PackageMissing\n"
        "try: Signer.new().public\n"
        "except PackageMissing as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'g7data[signed]'" in done.stdout
