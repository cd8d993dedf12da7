#!/usr/bin/env python3
"""What a kernel costs, measured as a frontend meets it, for several kernels in one run.

    python kernel_latency.py [KERNEL ...] [--repeat 500] [--starts 7] [--json FILE]

KERNEL is a kernelspec's name; without any, `vencejo`, `python3` (ipykernel) and, where it is installed (`pip install
xeus-python`), `xpython`. The client is jupyter_client. Needs the packages of Tests/Clients/requirements.txt and an
installed kernelspec (`vencejo install`).

start      the process is started -> the first kernel_info_reply. The client connects at once; where the kernel does not
           listen yet, ZeroMQ tries again after 100 to 200 ms, and a user waits as long
own start  the same with a client that tries again every millisecond: the kernel's own part
1+1        execute_request is sent -> reply and idle are here; median and 99th percentile
memory     resident, one second after the first reply
lines      100,000 printed lines: time, what was lost, time to the first
interrupt  interrupt_request (or SIGINT, as the kernelspec asks) during an endless loop -> the reply to the cell;
           whether a variable from before is still there
control    kernel_info_request on control while a cell runs -> its reply
flood      the same while requests wait on shell faster than they are answered
shutdown   shutdown_request -> the process has gone
"""
import argparse
import json
import os
import queue
import statistics
import subprocess
import sys
import time

import psutil
import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

CODE = {
    "python": {
        "lines": "for i in range({n}):\n    print('line', i)",
        "loop": "while True: pass", "define": "kept = 42", "read": "kept",
    },
    "swift": {
        "lines": 'for i in 0..<{n} {{ print("line \\(i)") }}',
        "loop": "while true {}", "define": "let kept = 42", "read": "kept",
    },
}
LINES = 100_000
# What is asked of vencejo: (column, limit).
BARS = {
    "start_ms": 100, "own_start_ms": 100, "execute_median_ms": 1, "execute_p99_ms": 2, "memory_mib": 30,
    "lines_ms": 500, "lines_lost": 0, "first_line_ms": 20, "interrupt_ms": 20, "control_ms": 2,
    "flood_ms": 20,
    "shutdown_ms": 50,
}


class KernelEnded(Exception):
    """A kernel has ended, or hangs, where it was only to stop a cell."""


class Kernel:
    def __init__(self, name, reconnect=None):
        self.manager = KernelManager(kernel_name=name)
        begin = time.perf_counter()
        self.manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.blocking_client()
        if reconnect is not None:
            self.client.context = zmq.Context()
            self.client.context.setsockopt(zmq.RECONNECT_IVL, reconnect)
        self.client.start_channels(hb=False)
        asked, last = set(), 0.0
        while True:
            if time.perf_counter() - last > 0.02:
                asked.add(self.client.kernel_info())
                last = time.perf_counter()
            try:
                reply = self.client.get_shell_msg(timeout=0.002)
            except queue.Empty:
                if not self.manager.is_alive():
                    raise RuntimeError(f"{name} ended while it started") from None
                continue
            if reply["parent_header"].get("msg_id") in asked:
                break
        self.start = time.perf_counter() - begin
        self.language = reply["content"]["language_info"]["name"]
        self.code = CODE[self.language]
        self.client.wait_for_ready(timeout=60)
        self.drain()

    @property
    def process(self):
        return self.manager.provisioner.process

    def drain(self):
        for get in (self.client.get_shell_msg, self.client.get_iopub_msg):
            try:
                while True:
                    get(timeout=0.1)
            except queue.Empty:
                pass

    def execute(self, code, hear=lambda message: None):
        """Runs a cell; gives the time it took and the messages that came."""
        begin = time.perf_counter()
        identifier = self.client.execute(code, allow_stdin=False)
        while True:
            message = self.client.get_iopub_msg(timeout=30)
            if message["parent_header"].get("msg_id") != identifier:
                continue
            hear(message)
            if message["content"].get("execution_state") == "idle":
                break
        while self.client.get_shell_msg(timeout=30)["parent_header"].get("msg_id") != identifier:
            pass
        return time.perf_counter() - begin

    def print_lines(self):
        """Prints; gives the times to the last and the first message, and the texts. The end is the idle status, or, where a
        kernel loses that too, the last message after which nothing comes for two seconds."""
        text, first = [], float("inf")
        begin = last = time.perf_counter()
        identifier = self.client.execute(self.code["lines"].format(n=LINES), allow_stdin=False)
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=2)
            except queue.Empty:
                if text:
                    break
                continue
            if message["parent_header"].get("msg_id") != identifier:
                continue
            last = time.perf_counter()
            if message["msg_type"] == "stream":
                first = min(first, last - begin)
                text.append(message["content"]["text"])
            if message["content"].get("execution_state") == "idle":
                break
        self.drain()
        return last - begin, first, text

    def start_loop(self):
        identifier = self.client.execute(self.code["loop"], allow_stdin=False)
        begin = time.perf_counter()
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=1)
            except queue.Empty:
                # Some kernels end after they have answered an interrupt.
                if not self.manager.is_alive() or time.perf_counter() - begin > 30:
                    raise KernelEnded() from None
                continue
            if (message["parent_header"].get("msg_id") == identifier
                    and message["msg_type"] == "execute_input"):
                break
        time.sleep(0.05)
        return identifier

    def interrupt_loop(self, identifier):
        begin = time.perf_counter()
        if not self.manager.is_alive():
            raise KernelEnded()
        if self.manager.kernel_spec.interrupt_mode == "message":
            message = self.client.session.msg("interrupt_request", {})
            self.client.control_channel.send(message)
        else:
            self.manager.interrupt_kernel()
        while True:
            try:
                message = self.client.get_shell_msg(timeout=1)
            except queue.Empty:
                # Some kernels end instead of stopping the cell.
                if not self.manager.is_alive() or time.perf_counter() - begin > 30:
                    raise KernelEnded() from None
                continue
            if message["parent_header"].get("msg_id") == identifier:
                return time.perf_counter() - begin

    def control(self):
        begin = time.perf_counter()
        message = self.client.session.msg("kernel_info_request", {})
        self.client.control_channel.send(message)
        while (self.client.get_control_msg(timeout=30)["parent_header"].get("msg_id")
                != message["header"]["msg_id"]):
            pass
        return time.perf_counter() - begin

    def control_in_flood(self, samples):
        """The time of control while 4,000 requests are sent that nobody waits for, a few hundred between samples."""
        times = []
        for _ in range(samples):
            for _ in range(4_000 // samples):
                self.client.shell_channel.send(
                    self.client.session.msg("kernel_info_request", {}))
            times.append(self.control())
        while True:
            try:
                self.client.get_shell_msg(timeout=1)
            except queue.Empty:
                break
        self.drain()
        return times

    def value_is_kept(self):
        found = []
        self.execute(self.code["read"], lambda m: found.append(
            m["content"].get("data", {}).get("text/plain")))
        return "42" in found

    def shutdown(self):
        begin = time.perf_counter()
        self.client.shutdown()
        try:
            self.process.wait(timeout=10)
            return time.perf_counter() - begin
        finally:
            self.client.stop_channels()
            self.manager.shutdown_kernel(now=True)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def flood(name):
    """The times of control in a kernel of its own: not every kernel can be used, or ended, after a flood."""
    kernel = Kernel(name)
    try:
        return kernel.control_in_flood(20)
    except queue.Empty:
        return []
    finally:
        kernel.client.stop_channels()
        kernel.manager.shutdown_kernel(now=True)


def measure(name, options):
    starts, own_starts, shutdowns = [], [], []
    for reconnect, times in [(None, starts), (1, own_starts)] * options.starts:
        kernel = Kernel(name, reconnect)
        times.append(kernel.start)
        shutdowns.append(kernel.shutdown())
    kernel = Kernel(name)
    time.sleep(1)
    tree = [psutil.Process(kernel.process.pid)]
    tree += tree[0].children(recursive=True)
    memory = sum(process.memory_info().rss for process in tree) / 2**20

    for _ in range(20):
        kernel.execute("1+1")
    times = [kernel.execute("1+1") for _ in range(options.repeat)]

    lines, first, text = kernel.print_lines()
    lost = LINES - "".join(text).count("\n")

    kernel.execute(kernel.code["define"])
    interrupts, controls = [], []
    try:
        for _ in range(options.interrupts):
            identifier = kernel.start_loop()
            controls += [kernel.control() for _ in range(10)]
            interrupts.append(kernel.interrupt_loop(identifier))
            kernel.drain()
        kept = kernel.value_is_kept()
        shutdowns.append(kernel.shutdown())
    except KernelEnded:
        interrupts, kept = [float("inf")], False
        kernel.client.stop_channels()
        kernel.manager.shutdown_kernel(now=True)

    def median(values):
        """Infinite where a kernel has ended before it could be measured."""
        return statistics.median(values) if values else float("inf")

    return {
        "kernel": name,
        "start_ms": 1e3 * median(starts),
        "own_start_ms": 1e3 * median(own_starts),
        "execute_median_ms": 1e3 * median(times),
        "execute_p99_ms": 1e3 * percentile(times, 0.99),
        "memory_mib": memory,
        "lines_ms": 1e3 * lines,
        "lines_lost": lost,
        "first_line_ms": 1e3 * first,
        "line_messages": len(text),
        "interrupt_ms": 1e3 * median(interrupts),
        "state_kept": kept,
        "control_ms": 1e3 * median(controls),
        "flood_ms": 1e3 * median(flood(name)),
        "shutdown_ms": 1e3 * median(shutdowns),
    }


def show(results):
    print(f"{'':20}" + "".join(f"{r['kernel']:>14}" for r in results) + f"{'bar':>10}")
    for column in results[0]:
        if column == "kernel":
            continue
        values = [r.get(column) for r in results]
        cells = "".join(
            f"{v:14.2f}" if isinstance(v, float) else f"{v!s:>14}" for v in values)
        bar = BARS.get(column)
        print(f"{column:20}{cells}" + (f"{'< ' + str(bar) if bar else bar!s:>10}"
                                       if bar is not None else ""))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kernels", nargs="*")
    parser.add_argument("--repeat", type=int, default=500)
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--interrupts", type=int, default=10)
    parser.add_argument("--json", help="also write the figures to this file")
    parser.add_argument("--check", action="store_true",
                        help="end with status 1 where the first kernel misses a bar")
    options = parser.parse_args()
    if not options.kernels:
        installed = KernelSpecManager().find_kernel_specs()
        options.kernels = ["vencejo", "python3"] + [name for name in ["xpython"] if name in installed]
    results = [measure(name, options) for name in options.kernels]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    show(results)
    if options.json:
        with open(options.json, "w") as file:
            json.dump(results, file, indent=1)
    missed = [c for c, bar in BARS.items() if results[0][c] > bar]
    if options.check and (missed or not results[0]["state_kept"]):
        print("missed: " + ", ".join(missed or ["state_kept"]))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
