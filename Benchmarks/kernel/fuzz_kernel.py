#!/usr/bin/env python3
"""Throws damaged messages at a running kernel for a while: the whole of it, sockets and requests included.

    python fuzz_kernel.py [--seconds 1800] [--seed N] [--kernel vencejo]

Messages of all types are made and then damaged: bytes, frames, parts of the JSON, signatures; most are signed after
that, so that they get past the first door. Connections come and go. Every few seconds a client of good manners asks for
a variable from before. Ends with status 1 where it does not get it, or where memory has grown by more than 200 MiB.
`fuzz_wire.sh` does the same to the decoder alone, many times faster.
"""
import argparse
import hashlib
import hmac
import json
import os
import pathlib
import random
import sys
import time

import psutil
import zmq

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Clients"))
from kernel_client import KernelClient  # noqa: E402

DELIMITER = b"<IDS|MSG>"
MEMORY_BAR = 200
# What the damage starts from. Nothing here ends the kernel, waits for input, or holds a cell.
REQUESTS = [
    ("execute_request", {"code": "let a = 1 + 1\na", "silent": False, "store_history": True, "user_expressions": {"x": "kept"},
                         "allow_stdin": False, "stop_on_error": True}),
    ("execute_request", {"code": "print([1, 2].map { $0 * 2 })", "silent": True}),
    ("execute_request", {"code": "[1][3]", "stop_on_error": False}),
    ("complete_request", {"code": "kep", "cursor_pos": 3}),
    ("inspect_request", {"code": "print", "cursor_pos": 5, "detail_level": 1}),
    ("is_complete_request", {"code": "for i in 0..<3 {"}),
    ("history_request", {"output": True, "raw": True, "hist_access_type": "search", "pattern": "*a*", "n": 3, "unique": True}),
    ("history_request", {"output": False, "raw": True, "hist_access_type": "range", "session": 0, "start": 0, "stop": 5}),
    ("comm_open", {"comm_id": "c", "target_name": "jupyter.widget.control", "data": {}}),
    ("comm_msg", {"comm_id": "c", "data": {"method": "request_states"}}),
    ("comm_close", {"comm_id": "c", "data": {}}),
    ("comm_info_request", {"target_name": "jupyter.widget"}),
    ("kernel_info_request", {}),
    ("connect_request", {}),
    ("usage_request", {}),
    ("interrupt_request", {}),
    ("create_subshell_request", {}),
    ("list_subshell_request", {}),
    ("delete_subshell_request", {"subshell_id": "subshell-1"}),
    ("debug_request", {"seq": 1, "type": "request", "command": "debugInfo", "arguments": {}}),
    ("debug_request", {"seq": 2, "type": "request", "command": "inspectVariables", "arguments": {}}),
    ("debug_request", {"seq": 3, "type": "request", "command": "richInspectVariables",
                       "arguments": {"variableName": "kept", "frameId": 0}}),
    ("debug_request", {"seq": 4, "type": "request", "command": "dumpCell", "arguments": {"code": "1"}}),
    ("debug_request", {"seq": 5, "type": "request", "command": "variables", "arguments": {"variablesReference": 1}}),
    ("debug_request", {"seq": 6, "type": "request", "command": "setBreakpoints",
                       "arguments": {"source": {"path": "x"}, "breakpoints": [{"line": 1}]}}),
    ("input_reply", {"value": "x"}),
    ("unknown_request", {"a": [1, 2, 3]}),
]
SCRAPS = [None, True, -1, 0, 2**63 - 1, -2**63, 2**64, 1e308, 0.5, "", "\u0000", "é😀", "x" * 5_000, [], {}, [[[]]], {"a": {}}]


class Fuzzer:
    def __init__(self, kernel, seed):
        self.dice = random.Random(seed)
        self.info = kernel.manager.get_connection_info()
        self.context = zmq.Context()
        self.sockets = {}
        self.sent = self.received = 0

    def socket(self, channel):
        if channel in self.sockets and self.dice.random() < 0.002:
            self.sockets.pop(channel).close(linger=0)
        if channel not in self.sockets:
            made = self.context.socket(zmq.SUB if channel == "iopub" else zmq.DEALER)
            made.linger = 0
            if channel == "iopub":
                made.subscribe(b"")
            made.connect(f"tcp://{self.info['ip']}:{self.info[channel + '_port']}")
            self.sockets[channel] = made
        return self.sockets[channel]

    def scrap(self):
        return self.dice.choice(SCRAPS)

    def damage_value(self, value):
        """A value in which one thing, anywhere, is another."""
        if isinstance(value, dict) and value and self.dice.random() < 0.8:
            value = dict(value)
            key = self.dice.choice(list(value))
            choice = self.dice.random()
            if choice < 0.2:
                del value[key]
            elif choice < 0.3:
                value[self.dice.choice(["", "é", "x" * 100, key + key])] = self.scrap()
            else:
                value[key] = self.damage_value(value[key])
            return value
        if isinstance(value, list) and value and self.dice.random() < 0.7:
            value = list(value)
            value[self.dice.randrange(len(value))] = self.scrap()
            return value
        if isinstance(value, str) and value and self.dice.random() < 0.7:
            place = self.dice.randrange(len(value))
            return value[:place] + self.dice.choice(["", "\"", "\\", "{", "}", "(", "é", "\n", "0", "?"]) + value[place + 1:]
        return self.scrap()

    def damage_bytes(self, frame):
        frame = bytearray(frame)
        choice = self.dice.random()
        if frame and choice < 0.5:
            frame[self.dice.randrange(len(frame))] = self.dice.randrange(256)
        elif choice < 0.7:
            place = self.dice.randrange(len(frame) + 1)
            frame[place:place] = self.dice.randbytes(self.dice.randrange(1, 8))
        elif choice < 0.85:
            del frame[self.dice.randrange(len(frame) + 1):]
        elif choice < 0.95:
            frame += bytes(frame)
        else:
            depth = self.dice.choice([10, 127, 128, 129, 10_000])
            frame = bytearray(b"[" * depth + b"]" * depth)
        return bytes(frame)

    def frames(self):
        kind, content = self.dice.choice(REQUESTS)
        header = {
            "msg_id": f"fuzz-{self.dice.getrandbits(64)}", "session": "fuzz", "username": "u",
            "date": "2026-01-01T00:00:00Z", "msg_type": kind, "version": "5.5"}
        if self.dice.random() < 0.1:
            header["subshell_id"] = self.dice.choice(["subshell-1", "subshell-2", "none", 3])
        parts = [header, {}, {}, content]
        for _ in range(self.dice.choice([0, 1, 1, 1, 2, 3])):
            place = self.dice.choice([0, 1, 2, 3, 3, 3, 3])
            parts[place] = self.damage_value(parts[place])
        # Damage that would make another request of it must not make one that ends the kernel.
        frames = [json.dumps(part).encode() for part in parts]
        for _ in range(self.dice.choice([0, 0, 0, 1, 2])):
            place = self.dice.randrange(4)
            frames[place] = self.damage_bytes(frames[place])
        if b"shutdown" in frames[0]:
            return self.frames()
        signature = hmac.new(self.info["key"], b"".join(frames), hashlib.sha256).hexdigest().encode()
        whole = [DELIMITER, signature, *frames]
        choice = self.dice.random()
        if choice < 0.02:
            whole[1] = self.damage_bytes(whole[1])
        elif choice < 0.04:
            del whole[self.dice.randrange(len(whole))]
        elif choice < 0.06:
            whole.insert(self.dice.randrange(len(whole) + 1), self.dice.randbytes(self.dice.randrange(40)))
        elif choice < 0.07:
            whole += [self.dice.randbytes(100)] * self.dice.randrange(1, 50)
        return whole

    def ask(self):
        """Asks as a client of good manners does: what the variable's text is now; None where no answer comes.

        Not through jupyter_client, which reads the dates of other clients' headers and fails at damaged ones.
        """
        socket = self.context.socket(zmq.DEALER)
        socket.linger = 0
        socket.connect(f"tcp://{self.info['ip']}:{self.info['shell_port']}")
        header = {"msg_id": f"ask-{time.monotonic_ns()}", "session": "ask", "username": "u", "date": "2026-01-01T00:00:00Z",
                  "msg_type": "execute_request", "version": "5.5"}
        content = {"code": "", "silent": True, "user_expressions": {"kept": "kept"}, "stop_on_error": False}
        parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        signature = hmac.new(self.info["key"], b"".join(parts), hashlib.sha256).hexdigest().encode()
        socket.send_multipart([DELIMITER, signature, *parts])
        try:
            if not socket.poll(60_000):
                return None
            reply = json.loads(socket.recv_multipart()[-1])
            return reply.get("user_expressions", {}).get("kept", reply)
        finally:
            socket.close()

    def throw(self, count):
        for _ in range(count):
            channel = self.dice.choice(["shell"] * 6 + ["control"] * 3 + ["stdin", "hb"])
            socket = self.socket(channel)
            if not socket.poll(1_000, zmq.POLLOUT):
                continue
            socket.send_multipart(self.frames())
            self.sent += 1
            if self.dice.random() < 0.05:
                self.socket("iopub")
            for one in list(self.sockets.values()):
                while one.poll(0, zmq.POLLIN):
                    one.recv_multipart()
                    self.received += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--kernel", default="vencejo")
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.seconds:.0f} s", flush=True)
    kernel = KernelClient.start(options.kernel)
    kernel.execute("let kept = 42")
    kernel.client.stop_channels()
    process = psutil.Process(kernel.process.pid)
    fuzzer = Fuzzer(kernel, options.seed)
    fuzzer.throw(2_000)
    before = process.memory_info().rss / 2**20
    begin = said = time.monotonic()
    end = begin + options.seconds
    fault = None
    while time.monotonic() < end and fault is None:
        fuzzer.throw(2_000)
        # Cells that were thrown before may fail, and this question with them; it is then asked again.
        for _ in range(100):
            answer = fuzzer.ask()
            if answer is None or answer.get("data", {}).get("text/plain") == "42":
                break
            time.sleep(0.1)
        else:
            fault = f"the variable has gone: {answer}"
        if time.monotonic() - said > 300:
            said = time.monotonic()
            print(f"{said - begin:.0f} s: {fuzzer.sent} messages, {process.memory_info().rss / 2**20:.1f} MiB", flush=True)
        if answer is None:
            fault = f"no answer; exit status {kernel.process.poll()}"
    after = process.memory_info().rss / 2**20 if kernel.process.poll() is None else float("nan")
    print(f"{fuzzer.sent} messages sent, {fuzzer.received} received; memory {before:.1f} -> {after:.1f} MiB")
    if fault is None and after - before > MEMORY_BAR:
        fault = "memory has grown"
    if fault:
        kernel.log.seek(0)
        print(f"fault: {fault}\n{kernel.log.read()[-3000:].decode(errors='replace')}")
    kernel.stop()
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
