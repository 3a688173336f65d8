"""New edits, each with a prompt of its own, so that all is done anew: against the libraries called directly, with nothing around them."""

import base64
import http.client
import io
import json
import time
from dataclasses import dataclass
from statistics import median

from PIL import Image, ImageOps

from bench import bare, pictures, samples
from bench.figures import Table, compared, ratio_goal
from bench.load import post_once

# The model that draws at all three sizes.
MODEL = "nano-banana-2-edit"


@dataclass(frozen=True)
class Kind:
    """An input of `side` squared in one format, and the answer that is asked for."""

    side: int
    input_format: str
    answer_side: int
    answer_format: str

    @property
    def title(self):
        return f"{self.side}² {self.input_format.upper()} to {self.answer_side}² {self.answer_format.upper()}"

    def target(self, prompt, image):
        if self.answer_side < 1024:
            size = f"{self.answer_side}x{self.answer_side}"
            return samples.form_target(samples.DGRID, image, prompt=prompt, model="dall-e-2", size=size, response_format="b64_json")
        tier = f"{self.answer_side // 1024}K"
        return samples.json_target(prompt, image, model=MODEL, resolution=tier, output_format=self.answer_format)

    def picture(self, answer):
        """The answer's image: DGrid's is base64 in JSON."""
        return base64.b64decode(json.loads(answer)["data"][0]["b64_json"]) if self.answer_side < 1024 else answer


FORMATS = ("png", "jpeg", "webp")

# DGrid draws small pictures and takes PNG only; Venice draws at 1K, 2K and 4K.
SMALL = [Kind(side, "png", side, "png") for side in (256, 512)]
ENLARGED = [Kind(side, "jpeg", 1024, "png") for side in (256, 512)]
ONE_K = [Kind(1024, taken, 1024, given) for taken in FORMATS for given in FORMATS]
BEYOND = [Kind(side, name, side, name) for side in (2048, 4096) for name in FORMATS]


WHOLE = """
Milliseconds over HTTP on one kept connection, and beside it bare decoding of the input plus bare encoding of the answer's pixels:
libpng (rows; level 1, UP filter), libjpeg-turbo (rows; quality 90, 4:2:0, slow DCT), libwebp (quality 85, method 0). Answers of 256²
and 512² are DGrid's, the others Venice's."""

DECODING = """
The mock's own code for it (Sources/CCodecs, which checks all there is to check) called in the same C program as the bare library,
in turns. How long libdeflate takes alone for PNG's image data is in the remark."""

ENCODING = "The same for the answer's pixels, with the same settings."

DRAWING = """
What is left of the mock's own timings (`/_mock/requests`: `received` to `rendered`, of a new edit less the same again) when decoding
and encoding as above are taken off: fitting, printing and the caption. No library does the same; Pillow fits the decoded picture to the
size and posterizes it."""


def measure(run):
    program = bare.build(run.folder)
    tables = Tables()
    for kind in SMALL + ENLARGED + ONE_K + BEYOND:
        measured = Measured(run, kind, program)
        tables.add(kind, measured)
    return tables.all()


class Tables:
    """A row of each for each kind."""

    def __init__(self):
        self.whole = Table("New edits, whole", WHOLE)
        self.decode = Table("Decoding", DECODING)
        self.encode = Table("Encoding", ENCODING)
        self.draw = Table("Drawing", DRAWING)

    def add(self, kind, measured):
        goal = ratio_goal("at most", 1.3) if kind.side == kind.answer_side == 1024 else None
        self.whole.rows.append(compared(kind.title, measured.whole, "ms", "bare decode + encode", goal, measured.cpu))
        self.draw.rows.append(compared(kind.title, measured.draw, "ms", "Pillow: fit, posterize"))
        self.add_part(self.decode, (kind.side, kind.input_format), measured.pairs("decode"), measured.alone("inflate"), "inflates")
        self.add_part(self.encode, (kind.answer_side, kind.answer_format), measured.pairs("encode"), measured.alone("deflate"), "deflates")

    @staticmethod
    def add_part(table, of, pairs, alone, verb):
        """Once for each size and format; `alone` is libdeflate's own time where there is one."""
        side, name = of
        title = f"{side}² {name.upper()}"
        if any(row.what == title for row in table.rows):
            return
        row = compared(title, pairs, "ms", LIBRARIES[name])
        row.remark = f"libdeflate {verb} in {median(alone):.1f} ms" if alone else ""
        table.rows.append(row)

    def all(self):
        return [self.whole, self.decode, self.encode, self.draw]


LIBRARIES = {"png": "libpng", "jpeg": "libjpeg-turbo", "webp": "libwebp"}


class Measured:
    """Everything about one kind, in turns: a new edit, the same again, and each library once."""

    def __init__(self, run, kind, program):
        self.kind = kind
        self.count = run.effort.large_edits if kind.side >= 2048 else run.effort.edits
        image = pictures.photograph(kind.side)
        # DGrid takes pictures with an alpha channel only, from this model.
        image = image.convert("RGBA") if kind.answer_side < 1024 else image
        self.file = pictures.in_format(image, kind.input_format)
        with run.mock() as mock:
            self.run_turns(run, mock, program)

    def run_turns(self, run, mock, program):
        connection = http.client.HTTPConnection("127.0.0.1", mock.port, timeout=60)
        folder = run.new_folder("edit")
        answer = self.kind.picture(self.post(connection, "warm up")[1])
        (folder / "input").write_bytes(self.file)
        (folder / "answer").write_bytes(answer)
        self.turns, cpu = [], 0
        with bare.Bare(program, folder / "input", folder / "answer") as libraries:
            for index in range(self.count):
                before = mock.cpu()
                new, _ = self.post(connection, f"Make it snow {index}")
                cpu += mock.cpu() - before
                self.post(connection, f"Make it snow {index}")
                self.turns.append(Turn(new, self.pillow(), *self.bare(libraries)))
        # The mock's processor time is counted in ticks of 10 ms, so it is taken over all of them.
        self.cpu = cpu / self.count, median(turn.library_cpu for turn in self.turns) / 1000
        self.entries = mock.ask(f"/_mock/requests?limit={2 * self.count}")["requests"]

    def post(self, connection, prompt):
        seconds, status, body = post_once(connection, self.kind.target(prompt, self.file))
        if status != 200:
            raise RuntimeError(f"{self.kind.title}: {status} {body[:300]}")
        return seconds * 1000, body

    def bare(self, libraries):
        """Milliseconds of each task, and the processor's share of the library's."""
        tasks = ["decode library", "decode mock", "encode library", "encode mock"]
        tasks += ["inflate"] if self.kind.input_format == "png" else []
        tasks += ["deflate"] if self.kind.answer_format == "png" else []
        times = {task: libraries.milliseconds(task) for task in tasks}
        return {task: clock for task, (clock, _) in times.items()}, times["decode library"][1] + times["encode library"][1]

    def pillow(self):
        """Fitting and posterizing in process, decoding left out."""
        opened = Image.open(io.BytesIO(self.file)).convert("RGB")
        begun = time.perf_counter()
        size = (self.kind.answer_side,) * 2
        ImageOps.posterize(opened if opened.size == size else opened.resize(size, Image.BILINEAR), 4)
        return (time.perf_counter() - begun) * 1000

    def pairs(self, task):
        return [(turn.times[f"{task} mock"], turn.times[f"{task} library"]) for turn in self.turns]

    def alone(self, task):
        return [turn.times[task] for turn in self.turns if task in turn.times]

    @property
    def whole(self):
        return [(turn.new, turn.times["decode library"] + turn.times["encode library"]) for turn in self.turns]

    @property
    def draw(self):
        """The journal has a new edit and the same again in turns."""
        entries = zip(self.entries[::2], self.entries[1::2], strict=True)
        return [(drawing(new, again) - turn.codecs, turn.pillow) for (new, again), turn in zip(entries, self.turns, strict=True)]


def drawing(new, again):
    """Milliseconds from the whole request to the drawn file, less those that the repeated one took."""
    return span(new["timings"]) - span(again["timings"])


def span(timings):
    return timings["rendered"] - timings["received"]


@dataclass(frozen=True)
class Turn:
    """Milliseconds: of a new edit over HTTP, of Pillow's drawing, and of each task of the bare program."""

    new: float
    pillow: float
    times: dict
    library_cpu: float

    @property
    def codecs(self):
        return self.times["decode mock"] + self.times["encode mock"]
