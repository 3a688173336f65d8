"""What the mock answers to the samples, for peers that give back a file of the same size."""

from bench.load import answer_of


class Answers:
    """A folder with a file for each sample, named as the sample."""

    def __init__(self, folder, mock, samples):
        self.folder = folder
        self.samples = {sample.name: sample for sample in samples}
        self.bodies = {sample.name: answer_of(mock, sample.target) for sample in samples}
        for name, body in self.bodies.items():
            (folder / name).write_bytes(body)
