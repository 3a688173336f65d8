"""What a client's tests look like with the mock: no sleeping, no shared state, and every request verified in the end by `conftest.py`."""

import pytest

from edit_client import EditClient, EditFailed


@pytest.fixture
def client(mock):
    client = EditClient(f"{mock.url}/api/v1", key="test", headers=mock.headers)
    yield client
    client.close()


def statuses(mock):
    return [request["status"] for request in mock.requests(endpoint="edit")]


def test_an_edit_is_a_picture(mock, client, picture):
    assert client.edit("Make it snow", picture).startswith(b"\x89PNG")

    [request] = mock.requests()
    assert request["prompt"] == "Make it snow"
    assert request["images"][0]["width"] == 256


@pytest.mark.scenario("rate-limited-then-ok")
def test_a_rate_limit_is_waited_out(mock, client, picture):
    """That it waits the second that Retry-After asks for is not measured here: a conduct of `early-retry` would fail the test."""
    assert client.edit("Make it snow", picture).startswith(b"\x89PNG")
    assert statuses(mock) == [429, 429, 200]


@pytest.mark.scenario("truncated-body")
def test_half_a_picture_is_asked_for_again(mock, client, picture):
    data = client.edit("Make it snow", picture)
    assert data.endswith(b"IEND\xaeB`\x82")

    cut, whole = mock.requests()
    assert cut["delivery"] == "cut"
    assert cut["digest"] == whole["digest"], "the second attempt is not the same request"


@pytest.mark.expects("venice.edit.aspect_ratio.enum")
def test_a_refusal_is_reported_and_not_repeated(mock, client, picture):
    with pytest.raises(EditFailed) as failure:
        client.edit("Make it snow", picture, aspect_ratio="4:3")
    assert failure.value.status == 400

    [refused] = mock.requests(rule="venice.edit.aspect_ratio.enum")
    assert refused["violations"][0]["found"] == "'4:3'"


def test_a_batch_sends_what_it_was_asked_to(mock, client, picture):
    for prompt, ratio in [("A red door", "1:1"), ("The door at night", "16:9")]:
        client.edit(prompt, picture, aspect_ratio=ratio)

    mock.expect(
        {"when": {"endpoint": "edit", "prompt": "*red*", "field": {"aspect_ratio": "1:1"}}, "times": 1},
        {"when": {"prompt": "/night$/", "field": {"aspect_ratio": "16:9"}}, "times": 1},
        in_order=True,
    )


@pytest.mark.scenario({
    "name": "two-a-minute",
    "description": "A trial account takes two edits a minute.",
    "quotas": {"requests-per-minute": 2},
})
def test_a_quota_is_waited_out_without_waiting(mock, picture):
    pauses = []

    def sleep(seconds):
        pauses.append(seconds)
        mock.advance(seconds)

    client = EditClient(f"{mock.url}/api/v1", key="test", headers=mock.headers, sleep=sleep)
    for prompt in ["A red door", "A blue door", "A green door"]:
        client.edit(prompt, picture)
    client.close()

    assert statuses(mock) == [200, 200, 429, 200]
    assert len(pauses) == 1 and pauses[0] > 30


@pytest.mark.scenario("always-rate-limited")
@pytest.mark.expects("gave-up")
def test_without_attempts_left_the_caller_learns_why(mock, picture):
    client = EditClient(f"{mock.url}/api/v1", key="test", headers=mock.headers, attempts=1)
    with pytest.raises(EditFailed, match="Rate limit exceeded"):
        client.edit("Make it snow", picture)
    client.close()
