"""Clients that misbehave: the kernel goes on, and a variable from before is still there."""
import hashlib
import hmac
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import textwrap
import time

import psutil
import pytest
import zmq

from conftest import EXECUTABLE, KERNEL_NAME
from kernel_client import KernelClient

DELIMITER = b"<IDS|MSG>"


class Wire:
    """A bare socket to a kernel's channel."""

    def __init__(self, kernel, channel="shell", linger=0):
        info = kernel.manager.get_connection_info()
        self.key = info["key"]
        self.context = zmq.Context()
        self.socket = self.context.socket(zmq.DEALER)
        self.socket.linger = linger
        self.socket.connect(f"tcp://{info['ip']}:{info[channel + '_port']}")
        self.count = 0

    def header(self, kind):
        self.count += 1
        return json.dumps({
            "msg_id": f"wire-{id(self)}-{self.count}", "session": "wire", "username": "",
            "date": "2026-01-01T00:00:00Z", "msg_type": kind, "version": "5.3"}).encode()

    def sign(self, parts):
        return hmac.new(self.key, b"".join(parts), hashlib.sha256).hexdigest().encode()

    def message(self, kind="kernel_info_request", content=b"{}"):
        parts = [self.header(kind), b"{}", b"{}", content]
        return [DELIMITER, self.sign(parts), *parts]

    def send(self, frames):
        self.socket.send_multipart(frames)

    def replies(self, timeout=0.3):
        found = 0
        while self.socket.poll(timeout * 1000):
            self.socket.recv_multipart()
            found += 1
        return found

    def close(self):
        self.socket.close()
        self.context.term()


@pytest.fixture
def keeping(kernel):
    """A kernel that must still know its variable when the test is over."""
    kernel.execute("let kept = 42")
    yield kernel
    # A new client, since what a flood published for the old one takes long to read.
    kernel.client.stop_channels()
    time.sleep(0.5)
    assert kernel.another_client().execute("kept").result == "42"


@pytest.fixture
def wire(keeping):
    wire = Wire(keeping)
    yield wire
    wire.close()


def test_wrong_signatures_are_dropped(wire):
    good = wire.message()
    for signature in [b"", b"0" * 64, good[1][:-1], b"\xff" * 64, good[1].upper()]:
        wire.send([good[0], signature, *good[2:]])
    assert wire.replies() == 0
    wire.send(good)
    assert wire.replies() == 1


def test_replayed_messages_are_dropped(wire):
    message = wire.message()
    for _ in range(3):
        wire.send(message)
    assert wire.replies() == 1


def test_missing_frames_are_dropped(wire):
    message = wire.message()
    for count in range(1, len(message)):
        wire.send(message[:count])
    wire.send([b""])
    wire.send(message[1:])
    assert wire.replies() == 0


@pytest.mark.parametrize("part", [0, 1, 2, 3])
@pytest.mark.parametrize("text", [
    b"", b"{", b"[]", b"nul", b"\xff\xfe", b'{"a": "\xff"}', b'{"a": "\\ud800"', b"{}{}",
    b"[" * 10_000 + b"]" * 10_000, b'{"a":' * 10_000, b"1e999", b"\x00" * 100,
])
def test_malformed_parts_are_dropped_or_answered_with_an_error(wire, part, text):
    parts = [wire.header("complete_request"), b"{}", b"{}", b"{}"]
    parts[part] = text
    wire.send([DELIMITER, wire.sign(parts), *parts])
    wire.send(wire.message())
    assert 1 <= wire.replies() <= 2


@pytest.mark.parametrize("content", [
    {}, {"code": 1}, {"code": None}, {"code": "1", "silent": "yes"}, {"code": ["1"]},
    {"code": "1", "user_expressions": 3}, {"code": "1", "user_expressions": {"a": 1}},
])
def test_contents_of_the_wrong_form_are_answered(keeping, content):
    answer = keeping.ask("execute_request", content)
    assert answer.content["status"] in ("ok", "error")
    assert "execution_count" in answer.content


def test_a_frame_of_100_megabytes_is_dropped(keeping, wire):
    before = psutil.Process(keeping.process.pid).memory_info().rss
    wire.send(wire.message(content=b'{"a": "' + b"x" * 100_000_000 + b'"}'))
    assert wire.replies(1) == 0
    wire.send(wire.message())
    assert wire.replies() == 1
    after = psutil.Process(keeping.process.pid).memory_info().rss
    assert after - before < 64 << 20


def test_random_bytes_on_a_socket_do_no_harm(keeping):
    import socket

    info = keeping.manager.get_connection_info()
    dice = random.Random(1)
    for channel in ["shell", "control", "stdin", "iopub", "hb"]:
        for _ in range(20):
            with socket.create_connection((info["ip"], info[f"{channel}_port"])) as bare:
                bare.sendall(dice.randbytes(dice.randrange(1, 2000)))


def test_damaged_messages_do_no_harm(wire):
    dice = random.Random(2)
    for _ in range(3_000):
        parts = [wire.header("execute_request"), b"{}", b"{}", b'{"code": "", "silent": true}']
        frames = [DELIMITER, b"", *parts]
        for _ in range(dice.randrange(1, 4)):
            place = dice.randrange(len(frames))
            frame = bytearray(frames[place])
            if frame and dice.random() < 0.7:
                frame[dice.randrange(len(frame))] = dice.randrange(256)
            else:
                frame[dice.randrange(len(frame) + 1):] = dice.randbytes(3)
            frames[place] = bytes(frame)
        frames[1] = wire.sign(frames[2:6])
        wire.send(frames)
    wire.replies()


@pytest.mark.timeout(120)
def test_a_flood_of_100_000_requests_is_answered_whole(wire):
    total, replies, sent = 100_000, 0, 0
    while replies < total:
        if sent < total and wire.socket.poll(0, zmq.POLLOUT):
            wire.send(wire.message())
            sent += 1
        elif not wire.socket.poll(10_000, zmq.POLLIN):
            break
        while wire.socket.poll(0, zmq.POLLIN):
            wire.socket.recv_multipart()
            replies += 1
    assert (sent, replies) == (total, total)


def test_a_client_that_reads_no_replies_holds_nobody_up(keeping):
    silent = Wire(keeping)
    sent = 0
    end = time.monotonic() + 2
    while time.monotonic() < end and silent.socket.poll(100, zmq.POLLOUT):
        silent.send(silent.message())
        sent += 1
    assert sent > 1000
    # Another client's request is answered all the same.
    assert keeping.interrupt() is not None
    silent.close()


def test_clients_that_vanish_in_the_middle_of_a_request(keeping):
    for _ in range(50):
        wire = Wire(keeping)
        wire.send(wire.message("execute_request", b'{"code": "1 + 1"}'))
        wire.socket.close(linger=20)
        wire.close()
    time.sleep(0.2)


def test_a_client_that_vanishes_while_its_cell_asks_it(keeping):
    wire = Wire(keeping)
    wire.send(wire.message("execute_request", b'{"code": "let line = readLine()", "allow_stdin": true}'))
    while True:
        message = keeping.client.get_iopub_msg(timeout=10)
        if message["msg_type"] == "execute_input":
            break
    wire.close()
    waiting = keeping.start_cell("kept")
    keeping.send("interrupt_request", channel="control")
    # It waited behind the cell that is stopped.
    assert keeping.reply_to(waiting)["content"]["status"] == "error"


NUMBERS = [0, -1, 2**31, -2**31, 2**63 - 1, -2**63, 2**64, 1e308, -0.5]


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_beyond_all_bounds_are_answered(keeping, number):
    for kind, content in [
        ("complete_request", {"code": "kept", "cursor_pos": number}),
        ("inspect_request", {"code": "kept", "cursor_pos": number, "detail_level": number}),
        ("history_request", {"output": True, "raw": True, "hist_access_type": "tail", "n": number}),
        ("history_request", {"output": True, "raw": True, "hist_access_type": "search", "pattern": "*", "n": number}),
        ("history_request", {"output": True, "raw": True, "hist_access_type": "range", "session": number, "start": number, "stop": number}),
    ]:
        assert keeping.ask(kind, content).content["status"] in ("ok", "error")
    for command, arguments in [
        ("variables", {"variablesReference": number, "start": number, "count": number}),
        ("stackTrace", {"threadId": number, "startFrame": number, "levels": number}),
        ("scopes", {"frameId": number}),
        ("evaluate", {"expression": "kept", "frameId": number}),
        ("richInspectVariables", {"variableName": "kept", "frameId": number}),
        ("copyToGlobals", {"srcVariableName": "kept", "dstVariableName": "copy", "srcFrameId": number}),
        ("setBreakpoints", {"source": {"path": "x"}, "breakpoints": [{"line": number}], "lines": [number]}),
    ]:
        answer = keeping.ask("debug_request", {"seq": number, "type": "request", "command": command, "arguments": arguments}, channel="control")
        assert answer.reply["msg_type"] == "debug_reply"


def test_the_20_000th_look_at_the_variables_is_as_the_first(keeping):
    wire = Wire(keeping, "control")
    content = b'{"seq": 1, "type": "request", "command": "inspectVariables", "arguments": {}}'
    for _ in range(200):
        for _ in range(100):
            wire.send(wire.message("debug_request", content))
        for _ in range(100):
            assert wire.socket.poll(20_000), f"exit status {keeping.process.poll()}"
            wire.socket.recv_multipart()
    wire.close()


def test_damaged_messages_of_all_kinds_do_no_harm():
    script = pathlib.Path(__file__).resolve().parents[2] / "Benchmarks" / "kernel" / "fuzz_kernel.py"
    done = subprocess.run(
        [sys.executable, script, "--seconds", "5", "--seed", "1", "--kernel", KERNEL_NAME], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_answer_nobody_asked_for_is_dropped(keeping):
    keeping.client.input("nobody asked")
    identifier = keeping.start_cell("let line = readLine()", allow_stdin=True)
    keeping.client.get_stdin_msg(timeout=10)
    keeping.client.input("asked")
    assert keeping.finish_cell(identifier).content["status"] == "ok"


SUBSCRIBER = textwrap.dedent("""
    import sys, time, zmq
    socket = zmq.Context().socket(zmq.SUB)
    socket.subscribe(b"")
    socket.connect(sys.argv[1])
    socket.recv_multipart()
    print("ready", flush=True)
    pause = float(sys.argv[2])
    lines = 0
    while True:
        frames = socket.recv_multipart()
        if b'"msg_type":"stream"' in frames[-4]:
            lines += frames[-1].count(b"\\\\n")
        if b"the end" in frames[-1] and b'"msg_type":"stream"' in frames[-4]:
            break
        time.sleep(pause)
    print(lines, flush=True)
""")


def subscriber(kernel, pause):
    info = kernel.manager.get_connection_info()
    process = subprocess.Popen(
        [sys.executable, "-c", SUBSCRIBER, f"tcp://{info['ip']}:{info['iopub_port']}", str(pause)],
        stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.timeout(120)
def test_two_subscribers_one_slow_one_stopped_for_a_while_lose_nothing(keeping):
    slow = subscriber(keeping, 0.001)
    stopped = subscriber(keeping, 0)
    os.kill(stopped.pid, signal.SIGSTOP)
    identifier = keeping.start_cell(
        'for i in 0..<1000000 { print("line \\(i)") }\nprint("the end")')
    time.sleep(3)
    os.kill(stopped.pid, signal.SIGCONT)
    answer = keeping.finish_cell(identifier, timeout=60)
    assert answer.text().count("\n") == 1_000_001
    for process in [slow, stopped]:
        assert process.communicate(timeout=60)[0] == "1000001\n"


@pytest.mark.timeout(120)
def test_memory_stays_bounded_before_a_subscriber_that_never_reads(keeping):
    dead = subscriber(keeping, 0)
    os.kill(dead.pid, signal.SIGSTOP)
    process = psutil.Process(keeping.process.pid)
    before = process.memory_info().rss
    identifier = keeping.start_cell('while true { print("' + "x" * 1000 + '") }')
    highest, end = 0, time.monotonic() + 6
    while time.monotonic() < end:
        highest = max(highest, process.memory_info().rss)
        try:
            while True:
                keeping.client.get_iopub_msg(timeout=0.001)
        except Exception:
            pass
    assert highest - before < 300 << 20
    # The cell that waits for the subscriber can still be stopped.
    start = time.monotonic()
    keeping.send("interrupt_request", channel="control")
    assert keeping.reply_to(identifier)["content"]["status"] == "error"
    assert time.monotonic() - start < 20
    dead.kill()
    dead.wait()
    time.sleep(0.5)


def test_the_kernel_ends_when_its_parent_has_gone(tmp_path):
    script = textwrap.dedent(f"""
        import os, sys
        from jupyter_client.manager import KernelManager
        manager = KernelManager(kernel_name={KERNEL_NAME!r})
        manager.start_kernel()
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=30)
        print(manager.provisioner.process.pid, flush=True)
        os._exit(0)
    """)
    output = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout
    kernel = psutil.Process(int(output)) if psutil.pid_exists(int(output)) else None
    if kernel is not None:
        psutil.wait_procs([kernel], timeout=5)
        assert not kernel.is_running() or kernel.status() == psutil.STATUS_ZOMBIE


def test_a_kernel_whose_parent_went_while_it_started_ends(tmp_path):
    gone = subprocess.Popen(["true"])
    gone.wait()
    file = tmp_path / "connection.json"
    file.write_text(json.dumps({"transport": "ipc", "ip": str(tmp_path / "k"), "key": "k", "signature_scheme": "hmac-sha256",
                                **{f"{channel}_port": number for number, channel in enumerate(["shell", "iopub", "stdin", "control", "hb"], 1)}}))
    # By the time the kernel starts, the shell that started it has gone as well.
    shell = f"(sleep 0.3; echo $BASHPID > {tmp_path}/pid; exec {EXECUTABLE} kernel {file}) & "
    subprocess.run(["bash", "-c", shell], env={**os.environ, "JPY_PARENT_PID": str(gone.pid)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    pid = int((tmp_path / "pid").read_text())
    kernel = psutil.Process(pid) if psutil.pid_exists(pid) else None
    if kernel is not None and kernel.ppid() != 1:
        pytest.skip("orphans here are another process's children")
    if kernel is not None:
        psutil.wait_procs([kernel], timeout=5)
        if kernel.is_running() and kernel.status() != psutil.STATUS_ZOMBIE:
            kernel.kill()
            pytest.fail("the kernel goes on without a parent")


@pytest.mark.parametrize("text,said", [
    (None, "No such file"), ("", "not JSON"), ("[]", "should hold an object"),
    ("{}", "has no 'ip'"), ('{"ip": "127.0.0.1"}', "_port'"),
    ('{"transport": "udp"}', "unknown transport 'udp'"),
], ids=["missing", "empty", "list", "no address", "no ports", "transport"])
def test_bad_connection_files_end_with_a_clear_message(tmp_path, text, said):
    path = tmp_path / "connection.json"
    if text is not None:
        path.write_text(text)
    done = subprocess.run([EXECUTABLE, "kernel", path], capture_output=True, text=True, timeout=10)
    assert done.returncode != 0
    assert said in done.stderr
    assert str(path) in done.stderr


def test_an_address_that_is_taken_ends_with_a_clear_message(keeping):
    done = subprocess.run(
        [EXECUTABLE, "kernel", keeping.manager.connection_file], capture_output=True, text=True,
        timeout=10)
    assert done.returncode != 0
    assert "cannot listen at tcp://" in done.stderr


def test_the_log_holds_no_secret(tmp_path):
    kernel = KernelClient.start(KERNEL_NAME)
    key = kernel.manager.get_connection_info()["key"]
    wire = Wire(kernel)
    wire.send([DELIMITER, b"0" * 64, *wire.message()[2:]])
    wire.send(wire.message())
    assert wire.replies() == 1
    kernel.execute("1 + 1")
    process = kernel.process
    wire.close()
    kernel.client.shutdown()
    process.wait(timeout=5)
    kernel.log.seek(0)
    log = kernel.log.read()
    kernel.stop()
    assert b"a message was dropped" in log
    assert key not in log
