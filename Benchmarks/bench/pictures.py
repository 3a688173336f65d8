"""The pictures that are sent."""

import io
import random

import skimage.data
from PIL import Image, ImageOps


def encoded(image, **options):
    buffer = io.BytesIO()
    image.save(buffer, options.pop("format", "PNG"), **options)
    return buffer.getvalue()


# Pixels of a side; 4096 of them as PNG are still below what Venice takes.
TILE = 1024


def photograph(side):
    """A photograph, as dense with detail at 4K as at 1K: beyond that size it is laid out in mirrored tiles, not enlarged."""
    original = Image.fromarray(skimage.data.astronaut())
    if side <= TILE:
        return original.resize((side, side), Image.LANCZOS)
    tile = original.resize((TILE, TILE), Image.LANCZOS)
    image = Image.new("RGB", (side, side))
    for row in range(side // TILE):
        for column in range(side // TILE):
            turned = ImageOps.mirror(tile) if column % 2 else tile
            image.paste(ImageOps.flip(turned) if row % 2 else turned, (column * TILE, row * TILE))
    return image


def noise(side):
    """A picture that does not compress, and so has a file of known size."""
    return Image.frombytes("RGB", (side, side), random.Random(1).randbytes(side * side * 3))


def drawing():
    """A picture of few colours and of hardly more than a kilobyte."""
    image = Image.new("RGB", (256, 256), (40, 90, 160))
    image.paste((230, 190, 60), (60, 60, 180, 180))
    image.paste((180, 40, 40), (100, 20, 150, 240))
    # What makes it 2 kB of base64 is noise in a corner.
    image.paste(noise(21), (0, 0))
    return image


def in_format(image, name):
    """The image as a client would send it."""
    options = {"png": {}, "jpeg": {"quality": 90}, "webp": {"quality": 90, "method": 2}}[name]
    return encoded(image, format=name.upper(), **options)
