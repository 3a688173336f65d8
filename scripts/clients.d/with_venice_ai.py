"""venice-ai against Venice's endpoint."""

import asyncio
import importlib.metadata
import io
import sys

from PIL import Image
from venice_ai import VeniceClient
from venice_ai.exceptions import VeniceError

url, out = sys.argv[1:]


async def main():
    async with VeniceClient(api_key="test-key", base_url=f"{url}/api/v1") as client:
        data = await client.image.edit(prompt="Change the color of the table to a sunrise", image=f"{out}/coffee.jpg", aspect_ratio="16:9")
        picture = Image.open(io.BytesIO(data))
        assert (picture.format, picture.size) == ("PNG", (1376, 768)), picture
        picture.save(f"{out}/venice-ai.png")

        data = await client.image.edit(
            prompt="A blue cat", image=f"{out}/cat.webp", model="nano-banana-pro-edit", resolution="2K", safe_mode=False)
        picture = Image.open(io.BytesIO(data))
        # 2K without output_format: JPEG. The cat is 451x300, nearest to 3:2.
        assert (picture.format, picture.size) == ("JPEG", (2528, 1696)), picture
        picture.save(f"{out}/venice-ai-2k.jpg")

        try:
            await client.image.edit(prompt="x", image=f"{out}/coffee.jpg", resolution="2K")
        except VeniceError as error:
            assert "Resolution is not supported" in str(error), error
        else:
            raise AssertionError("firered-image-edit has no tiers")


asyncio.run(main())
print(f"venice-ai {importlib.metadata.version('venice-ai')}: ok")
