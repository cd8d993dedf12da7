#!/usr/bin/env python3
"""What subscribers of a kernel's output receive when they are slow, stop for a while, or are dead.

    python subscribers.py [SCENARIO ...] [--kernel vencejo] [--lines 1000000] [--messages 20000] [--stop 30] [--json FILE]

lines      a cell prints 1,000,000 lines; two live subscribers, one that reads 1,000 messages a second, and one that
           stops reading for 30 s
messages   a cell sends 20,000 displays, a message each, to the same four: here the slow one is 20 s behind, and what it
           has not read yet is more than any queue of the sockets holds
dead       a subscriber stops reading for ever while a cell writes 400 MB: when the kernel goes on without it, and what a
           live one receives
silent     the same over ipc, where the system does not tell that a peer is dead

For each: what every subscriber lost, how long the cell took, and the most memory the kernel had beyond what it had
before. Ends with status 1 where a live subscriber lost something, memory grew by more than 300 MiB, or the cell did
not end.
"""
import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import psutil

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Clients"))
from kernel_client import KernelClient  # noqa: E402

MEMORY_BAR = 300


def subscribe(address, pause, read_as):
    """What a subscriber's process does: reads until the cell's end, says how much of what it was to read came."""
    import zmq

    socket = zmq.Context().socket(zmq.SUB)
    socket.subscribe(b"")
    socket.connect(address)
    socket.recv_multipart()
    print("ready", flush=True)
    count, messages = 0, 0
    while True:
        frames = socket.recv_multipart()
        messages += 1
        kind = json.loads(frames[-4])["msg_type"]
        if kind == "stream":
            text = json.loads(frames[-1])["text"]
            count += text.count("\n") if read_as == "lines" else 0
            if text.endswith("the end\n"):
                break
        elif kind == "display_data" and read_as == "displays":
            count += 1
        if pause:
            time.sleep(pause)
    print(json.dumps({"count": count, "messages": messages}), flush=True)


class Subscriber:
    def __init__(self, kernel, name, pause=0.0, read_as="lines"):
        info = kernel.manager.get_connection_info()
        address = (f"ipc://{info['ip']}-{info['iopub_port']}" if info["transport"] == "ipc"
                   else f"tcp://{info['ip']}:{info['iopub_port']}")
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--subscriber", address, str(pause), read_as], stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline() != "ready\n":
            raise RuntimeError(f"{name}: no message came")

    def stop_for(self, seconds):
        self.process.send_signal(signal.SIGSTOP)
        if seconds is not None:
            threading.Timer(seconds, self.process.send_signal, [signal.SIGCONT]).start()

    def outcome(self, timeout):
        return json.loads(self.process.communicate(timeout=timeout)[0])

    def kill(self):
        self.process.kill()
        self.process.wait()


class Peak:
    """The most memory a process had while it was looked at, in MiB."""

    def __init__(self, process):
        self.process = psutil.Process(process.pid)
        self.before = self.most = self.process.memory_info().rss / 2**20
        self.is_over = False
        self.thread = threading.Thread(target=self.look, daemon=True)
        self.thread.start()

    def look(self):
        while not self.is_over:
            self.most = max(self.most, self.process.memory_info().rss / 2**20)
            time.sleep(0.05)

    def growth(self):
        self.is_over = True
        self.thread.join()
        return self.most - self.before


def run(kernel, code, timeout=300):
    """Runs a cell; gives the time to its reply, or None where none came."""
    begin = time.perf_counter()
    identifier = kernel.start_cell(code, allow_stdin=False)
    # The client's own iopub connection must be read as well.
    over = threading.Event()

    def listen():
        while not over.is_set():
            try:
                kernel.client.get_iopub_msg(timeout=0.2)
            except Exception:
                pass

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        kernel.reply_to(identifier, timeout=timeout)
        return time.perf_counter() - begin
    except Exception:
        return None
    finally:
        over.set()
        listener.join()


def with_live_ones(kernel, code, expected, read_as, options):
    everyone = [
        Subscriber(kernel, "live", read_as=read_as), Subscriber(kernel, "another", read_as=read_as),
        Subscriber(kernel, "1,000 messages/s", pause=0.001, read_as=read_as),
        Subscriber(kernel, f"stopped for {options.stop} s", read_as=read_as),
    ]
    everyone[-1].stop_for(options.stop)
    peak = Peak(kernel.process)
    seconds = run(kernel, code)
    outcomes = {one.name: one.outcome(timeout=120) for one in everyone}
    return {
        "seconds": seconds, "growth_mib": peak.growth(),
        "lost": {name: expected - outcome["count"] for name, outcome in outcomes.items()},
        "messages": {name: outcome["messages"] for name, outcome in outcomes.items()},
    }


def with_a_dead_one(kernel, options):
    live, dead = Subscriber(kernel, "live"), Subscriber(kernel, "dead")
    dead.stop_for(None)
    peak = Peak(kernel.process)
    lines = 400_000
    seconds = run(kernel, f'let text = String(repeating: "x", count: 1000)\nfor _ in 0..<{lines} {{ print(text) }}\nprint("the end")')
    lost = lines + 1 - live.outcome(timeout=120)["count"]
    dead.kill()
    return {"seconds": seconds, "growth_mib": peak.growth(), "lost": {"live": lost}}


SCENARIOS = {
    "lines": lambda kernel, options: with_live_ones(
        kernel, f'for i in 0..<{options.lines} {{ print("line \\(i)") }}\nprint("the end")', options.lines + 1, "lines", options),
    "messages": lambda kernel, options: with_live_ones(
        kernel, f'for i in 0..<{options.messages} {{ display(i) }}\nprint("the end")', options.messages, "displays", options),
    "dead": with_a_dead_one,
    "silent": with_a_dead_one,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--kernel", default="vencejo")
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--stop", type=float, default=30)
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    results, missed = {}, []
    for name in options.scenarios or SCENARIOS:
        kernel = KernelClient.start(options.kernel, **({"transport": "ipc"} if name == "silent" else {}))
        kernel.execute("let kept = 42")
        result = results[name] = SCENARIOS[name](kernel, options)
        result["kept"] = kernel.another_client().execute("kept").result == "42"
        kernel.stop()
        print(f"{name}: {json.dumps(result)}", flush=True)
        if result["seconds"] is None or any(result["lost"].values()) or result["growth_mib"] > MEMORY_BAR or not result["kept"]:
            missed.append(name)
    if options.json:
        with open(options.json, "w") as file:
            json.dump(results, file, indent=1)
    if missed:
        print("missed: " + ", ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--subscriber"]:
        subscribe(sys.argv[2], float(sys.argv[3]), sys.argv[4])
    else:
        sys.exit(main())
