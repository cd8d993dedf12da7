#!/usr/bin/env python3
"""How long an interrupt takes in each kind of work: interrupt_request is sent -> the reply to the cell is here.

    python interrupt_latency.py [NAME ...] [--repeat 10] [--kernel vencejo] [--json FILE]

NAME is a piece of work of Tests/Clients/interrupt_work.py, `readLine`, or `subshell`; all of them without any. Each
time another cell waits behind the one that is stopped: it must be answered with an error, the stopped one as
Interrupted, and a variable from before must still be there. Ends with status 1 where one of these is not so, or where
a median is above 20 ms.

`processor` is the processor time that the kernel took from the interrupt to the reply, over all its threads: on a machine
that has other work it tells what the time would be without.
"""
import argparse
import json
import os
import pathlib
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Clients"))
from interrupt_work import SETUP, WORK, cell, write_table  # noqa: E402
from kernel_client import KernelClient  # noqa: E402

BAR = 20


def replies_to(kernel, identifiers):
    """The time and the content of the reply to each of some requests."""
    found = {}
    while len(found) < len(identifiers):
        message = kernel.client.get_shell_msg(timeout=120)
        if message["parent_header"].get("msg_id") in identifiers:
            found[message["parent_header"]["msg_id"]] = (time.perf_counter(), message["content"])
    return [found[identifier] for identifier in identifiers]


def processor_time(process):
    """What all threads of a process have run so far, in ms."""
    total = 0
    for task in os.listdir(f"/proc/{process.pid}/task"):
        try:
            with open(f"/proc/{process.pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        except OSError:
            pass
    return total / 1e6


def in_subshell(kernel, subshell, code):
    message = kernel.client.session.msg("execute_request", {"code": code, "allow_stdin": False})
    message["header"]["subshell_id"] = subshell
    kernel.client.shell_channel.send(message)
    return message["header"]["msg_id"]


def start(kernel, name, table, subshell):
    """Starts work; gives the requests that must end as Interrupted."""
    if name == "readLine":
        asking = kernel.start_cell("let line = readLine()", allow_stdin=True)
        kernel.client.get_stdin_msg(timeout=30)
        return [asking]
    if name == "subshell":
        main = kernel.start_cell(cell("while", table), allow_stdin=False)
        kernel.wait_for("stream", main)
        beside = in_subshell(kernel, subshell, "print(\"side\")\nwhile true {}")
        kernel.wait_for("stream", beside)
        return [main, beside]
    running = kernel.start_cell(cell(name, table), allow_stdin=False)
    kernel.wait_for("stream", running, timeout=120)
    return [running]


def measure(kernel, name, table, subshell, repeat):
    times, processor, faults = [], [], []
    for number in range(repeat):
        running = start(kernel, name, table, subshell)
        waiting = kernel.start_cell("let ran = true")
        # Not always at the same place of the work.
        time.sleep(0.05 + 0.013 * number)
        before, begin = processor_time(kernel.process), time.perf_counter()
        kernel.send("interrupt_request", channel="control")
        *stopped, (_, aborted) = replies_to(kernel, running + [waiting])
        processor.append(processor_time(kernel.process) - before)
        times.append(1e3 * (max(moment for moment, _ in stopped) - begin))
        for _, content in stopped:
            ends = ("InputUnavailable", "InputError", "Interrupted") if name == "readLine" else ("Interrupted",)
            if content.get("ename") not in ends:
                faults.append(f"the cell ended with {content['status']} {content.get('ename')}")
        if aborted.get("ename") != "Aborted":
            faults.append(f"the cell behind it ended with {aborted['status']} {aborted.get('ename')}")
        if kernel.execute("kept").result != "42":
            faults.append("the variable has gone")
        kernel.drain()
    return {"work": name, "median_ms": statistics.median(times), "max_ms": max(times), "processor_ms": statistics.median(processor),
            "faults": sorted(set(faults))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--repeat", type=int, default=10)
    parser.add_argument("--kernel", default="vencejo")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()
    names = options.names or [*WORK, "readLine", "subshell"]

    results = []
    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder) / "big.csv"
        write_table(table)
        kernel = KernelClient.start(options.kernel)
        kernel.execute(SETUP, timeout=120)
        subshell = kernel.reply_to(
            kernel.send("create_subshell_request", channel="control"), "control")["content"]["subshell_id"]
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}, {options.repeat} times each; ms")
        print(f"{'':24}{'median':>10}{'longest':>10}{'processor':>11}")
        for name in names:
            result = measure(kernel, name, table, subshell, options.repeat)
            results.append(result)
            print(f"{name:24}{result['median_ms']:10.2f}{result['max_ms']:10.2f}{result['processor_ms']:11.2f}  {'; '.join(result['faults'])}", flush=True)
        kernel.stop()
    if options.json:
        with open(options.json, "w") as file:
            json.dump(results, file, indent=1)
    missed = [r["work"] for r in results if r["median_ms"] > BAR or r["faults"]]
    if missed:
        print("missed: " + ", ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
