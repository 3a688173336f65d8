"""Mixed traffic over some connections for some time; every answer is checked, and what the mock holds is watched."""

import argparse
import collections
import random
import statistics
import sys
import tempfile
import threading
import time

import traffic
from mock import Mock

MB = 1 << 20
# Caches and journal have reached their bounds by then.
WARM_UP = 300
# What is left of noise in the medians of a long run.
GROWTH = 1.05


def work(client, isOver, done, problems, name):
    while not isOver.is_set():
        try:
            done[client.act()] += 1
        except Exception as error:
            problems.append(f"{name}: {type(error).__name__}: {error}")
            client.connection.close()
            if len(problems) > 20:
                isOver.set()


def watch(mock, isOver, samples, begun):
    while not isOver.wait(1):
        if not mock.is_running():
            isOver.set()
            return
        samples.append((time.monotonic() - begun, mock.resident(), mock.descriptors(), mock.threads()))


def medians(samples):
    return [statistics.median(column) for column in list(zip(*samples))[1:]]


def growth(samples, seconds, connections):
    """What has grown between the first minutes after the warm-up and the last ones."""
    window = (seconds - WARM_UP) / 10
    early = medians([sample for sample in samples if WARM_UP <= sample[0] < WARM_UP + window])
    late = medians([sample for sample in samples if sample[0] >= seconds - window])
    print(f"memory {early[0] / MB:.1f} MB, at the end {late[0] / MB:.1f}; descriptors {early[1]:.0f} and {late[1]:.0f}; threads {early[2]:.0f} and {late[2]:.0f}")
    if late[0] > early[0] * GROWTH:
        yield f"memory has grown by {(late[0] / early[0] - 1) * 100:.0f} %"
    if late[1] > early[1] + connections:
        yield f"descriptors have grown from {early[1]:.0f} to {late[1]:.0f}"
    if late[2] > early[2]:
        yield f"threads have grown from {early[2]:.0f} to {late[2]:.0f}"


def main():
    parser = argparse.ArgumentParser(prog="soak/run")
    parser.add_argument("program")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seconds", type=float, help="instead of minutes; below ten minutes memory is told, not judged")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    seconds = options.seconds or options.minutes * 60

    with tempfile.TemporaryDirectory() as folder, Mock(options.program, traffic.write_scenarios(folder)) as mock:
        isOver, problems, samples, begun = threading.Event(), [], [], time.monotonic()
        done = [collections.Counter() for _ in range(options.connections)]
        memory = traffic.Memory()
        clients = [
            traffic.Client(number, mock.port, memory, random.Random(options.seed * 1000 + number)) for number in range(options.connections)
        ]
        threads = [
            threading.Thread(target=work, args=(client, isOver, done[number], problems, client.key)) for number, client in enumerate(clients)
        ]
        threads.append(threading.Thread(target=watch, args=(mock, isOver, samples, begun)))
        threads.append(threading.Thread(target=traffic.swing_until, args=(isOver, folder)))
        for thread in threads:
            thread.start()
        isOver.wait(seconds)
        isOver.set()
        for thread in threads:
            thread.join()
        for client in clients:
            client.connection.close()
        total = sum(done, collections.Counter())
        print(f"{sum(total.values())} done in {time.monotonic() - begun:.0f} s over {options.connections} connections: "
              + ", ".join(f"{name} {count}" for name, count in total.most_common()))
        if not mock.is_running():
            problems.append(f"the mock has ended with {mock.process.returncode}")
        elif samples:
            print(f"memory at most {max(sample[1] for sample in samples) / MB:.1f} MB, descriptors {max(sample[2] for sample in samples)}")
            if seconds >= 2 * WARM_UP:
                problems += growth(samples, seconds, options.connections)
            if code := mock.stop():
                problems.append(f"the mock's exit code is {code}")
        for line in mock.log[-20:] if problems else []:
            print(f"  {line}", end="")
    for problem in problems:
        print(f"WRONG: {problem}")
    print("soak: " + ("nothing wrong" if not problems else f"{len(problems)} things wrong"))
    return 1 if problems else 0


sys.exit(main())
