"""openai's SDK against DGrid's endpoint."""

import base64
import io
import sys
import urllib.request

import openai
from PIL import Image

url, out = sys.argv[1:]
client = openai.OpenAI(base_url=f"{url}/v1", api_key="test-key")


def opened(data, size):
    image = Image.open(io.BytesIO(data))
    image.load()
    assert image.size == size, image.size
    return image


# A masked edit, as URL; the URL is fetched.
with open(f"{out}/astronaut.png", "rb") as photo, open(f"{out}/mask.png", "rb") as mask:
    answer = client.images.edit(
        model="qwen-image-edit", image=photo, mask=mask, prompt="Give her a red hat", size="512x512", response_format="url")
data = urllib.request.urlopen(answer.data[0].url).read()
picture = opened(data, (512, 512))
assert picture.info["Prompt"] == "Give her a red hat"
picture.save(f"{out}/openai-masked.png")

# Three in base64, from bytes, under a list: the SDK then names the part image[].
with open(f"{out}/rocket.png", "rb") as photo:
    answer = client.images.edit(model="gpt-image-2", image=[photo], prompt="로켓을 노을로 물들여 주세요", n=3, size="1536x1024")
pictures = [base64.b64decode(item.b64_json) for item in answer.data]
assert len(set(pictures)) == 3
assert answer.usage.total_tokens == answer.usage.input_tokens + answer.usage.output_tokens
for index, data in enumerate(pictures):
    opened(data, (1536, 1024)).save(f"{out}/openai-{index + 1}.png")

# A stream, where the mock has them (--profile live, or --set dgrid.stream=events); elsewhere it is refused.
with open(f"{out}/rocket.png", "rb") as photo:
    try:
        stream = client.images.edit(
            model="gpt-image-2", image=photo, prompt="Paint it at night", size="1024x1024", stream=True, partial_images=2)
        events = list(stream)
        assert [event.type for event in events] == ["image_edit.partial_image"] * 2 + ["image_edit.completed"], events
        assert [event.partial_image_index for event in events[:2]] == [0, 1]
        assert events[2].usage.total_tokens == events[2].usage.input_tokens + events[2].usage.output_tokens
        for index, event in enumerate(events):
            opened(base64.b64decode(event.b64_json), (1024, 1024)).save(f"{out}/openai-stream-{index + 1}.png")
    except openai.BadRequestError as error:
        assert error.param == "stream", error

# The errors that the SDK maps to its classes.
def refused(kind, **arguments):
    try:
        client.with_options(max_retries=0).images.edit(**arguments)
    except kind as error:
        assert error.response.headers["x-mock-rule"], error
        assert error.request_id, error
        return error
    raise AssertionError(f"no {kind.__name__}")


with open(f"{out}/coffee.jpg", "rb") as photo:
    error = refused(openai.BadRequestError, model="gpt-image-2", image=photo, prompt="x")
    assert error.body["message"] == "Uploaded image must be a PNG and less than 4 MB.", error.body
with open(f"{out}/rocket.png", "rb") as photo:
    assert refused(openai.BadRequestError, model="gpt-image-2", image=photo, prompt="x", n=99).param == "n"
with open(f"{out}/rocket.png", "rb") as photo:
    answer = client.images.with_raw_response.edit(model="no-such-model", image=photo, prompt="x", size="512x512")
    assert answer.headers["x-mock-warning"] == "dgrid.edit.model.unlisted", answer.headers
with open(f"{out}/rocket.png", "rb") as photo:
    assert refused(openai.BadRequestError, model="gpt-image-2", image=photo, prompt="x", size="512x512").param == "size"

assert any(model.id == "gpt-image-2" for model in client.models.list())
print(f"openai {openai.__version__}: ok")
