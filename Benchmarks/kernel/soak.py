#!/usr/bin/env python3
"""A long life of a kernel: many cells of all kinds, one after the other. Looks at memory and at latency.

    python soak.py [--cells 50000] [--kernel vencejo] [--json FILE]

Memory must stay flat: the largest resident size of the second half within 5 % of the first half's (which begins when
the caches are full, after a tenth). The last thousand cells must take no more than 10 % longer than the first.
Ends with status 1 where one of them is missed.
"""
import argparse
import json
import statistics
import subprocess
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

CELLS = [
    "1 + {n}",
    "let x{m} = {n}\nx{m} * 2",
    "print(\"line {n}\")",
    "var total = 0\nfor i in 0..<1000 {{ total += i % 7 }}\ntotal",
    "func f{m}(_ a: Int) -> Int {{ a * {m} }}\nf{m}(3)",
    "struct P{m} {{ var x = {n}; var y = 2.0 }}\nP{m}().x",
    "let t = Tensor([[1, 2], [3, {m}]])\nt.matmul(t).sum()",
    "[3, 1, 2].map {{ $0 * {m} }}.sorted()",
    "let words = \"a b c {n}\".split(separator: \" \")\nwords.count",
    "let undefinedHere = notDeclared{m}",
    "[1, 2][{m} + 2]",
    "display(Tensor([{m}, 2, 3]))",
    "var d: [String: Int] = [:]\nfor i in 0..<50 {{ d[\"k\\(i)\"] = i }}\nd.count",
    "final class Node{m} {{ var next: Node{m}? = nil }}\nlet node = Node{m}()\nnode.next == nil",
    "setRandomSeed({n})\nTensor.randomNormal([8, 8]).shape",
]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cells", type=int, default=50_000)
    parser.add_argument("--kernel", default="vencejo")
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()

    manager = KernelManager(kernel_name=options.kernel)
    manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.blocking_client()
    client.start_channels(hb=False)
    client.wait_for_ready(timeout=60)
    process = psutil.Process(manager.provisioner.process.pid)

    def run(code):
        begin = time.perf_counter()
        identifier = client.execute(code, allow_stdin=False)
        while True:
            message = client.get_iopub_msg(timeout=60)
            if (message["parent_header"].get("msg_id") == identifier
                    and message["content"].get("execution_state") == "idle"):
                break
        while client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != identifier:
            pass
        return time.perf_counter() - begin

    times, memory = [], []
    for number in range(options.cells):
        # Names come back, as they do where a notebook's cells are run again.
        code = CELLS[number % len(CELLS)].format(n=number, m=number % 17)
        times.append(run(code))
        if number % max(1, options.cells // 500) == 0:
            memory.append(process.memory_info().rss / 2**20)
    client.stop_channels()
    manager.shutdown_kernel(now=True)

    settled = memory[len(memory) // 10:]
    first, second = settled[:len(settled) // 2], settled[len(settled) // 2:]
    window = min(1_000, options.cells // 4)
    # Medians of whole rounds, since cells of different kinds take different times.
    before, after = statistics.median(times[window // 10:window]), statistics.median(times[-window:])
    result = {
        "cells": options.cells, "memory_first_half_mib": max(first), "memory_second_half_mib": max(second),
        "memory_growth": max(second) / max(first) - 1,
        "first_thousand_ms": 1e3 * before, "last_thousand_ms": 1e3 * after, "latency_growth": after / before - 1,
    }
    for key, value in result.items():
        print(f"{key:24}{value:12.4g}")
    if options.json:
        with open(options.json, "w") as file:
            json.dump(result, file, indent=1)
    return int(result["memory_growth"] > 0.05 or result["latency_growth"] > 0.10)


if __name__ == "__main__":
    sys.exit(main())
