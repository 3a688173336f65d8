"""Writes the photographs that the other scripts send, as PNG, JPEG and WebP."""

import sys

import skimage.data
from PIL import Image

out = sys.argv[1]
astronaut = Image.fromarray(skimage.data.astronaut())
astronaut.save(f"{out}/astronaut.png")
Image.fromarray(skimage.data.coffee()).save(f"{out}/coffee.jpg", quality=92)
Image.fromarray(skimage.data.chelsea()).save(f"{out}/cat.webp", quality=90)
Image.fromarray(skimage.data.rocket()).save(f"{out}/rocket.png")

# Transparent where the edit is to show.
mask = Image.new("RGBA", astronaut.size, (0, 0, 0, 255))
for y in range(512):
    for x in range(512):
        if (x - 225) ** 2 + (y - 110) ** 2 < 105 ** 2:
            mask.putpixel((x, y), (0, 0, 0, 0))
mask.save(f"{out}/mask.png")
