"""The messaging protocol, case by case, with a real client."""
import time

import pytest
from jupyter_kernel_test.msgspec_v5 import validate_message

from conftest import KERNEL_NAME
from kernel_client import KernelClient


def test_heartbeat_echoes(shared_kernel):
    assert shared_kernel.client.hb_channel.is_alive()
    time.sleep(1.2)
    assert shared_kernel.client.hb_channel.is_beating()


def test_iopub_welcome_then_starting_then_the_rest():
    import subprocess

    from jupyter_client.manager import KernelManager

    manager = KernelManager(kernel_name=KERNEL_NAME)
    manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.blocking_client()
    try:
        client.start_channels()
        welcome = client.get_iopub_msg(timeout=10)
        assert welcome["msg_type"] == "iopub_welcome"
        assert welcome["content"] == {"subscription": ""}
        assert welcome["parent_header"] == {}
        starting = client.get_iopub_msg(timeout=10)
        assert starting["content"] == {"execution_state": "starting"}
        assert starting["parent_header"] == {}
        late = manager.blocking_client()
        late.start_channels()
        assert late.get_iopub_msg(timeout=10)["msg_type"] == "iopub_welcome"
        identifier = late.kernel_info()
        states = []
        while "idle" not in states:
            message = late.get_iopub_msg(timeout=10)
            assert message["parent_header"].get("msg_id") == identifier
            states.append(message["content"]["execution_state"])
        assert states == ["busy", "idle"]
        late.stop_channels()
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_a_subscriber_that_is_late_misses_nothing_of_the_first_cell():
    """Sockets connect one by one: the first request may be there before the subscription is."""
    import subprocess

    from jupyter_client.manager import KernelManager

    manager = KernelManager(kernel_name=KERNEL_NAME)
    manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.blocking_client()
    try:
        client.start_channels(iopub=False, stdin=False, hb=False, control=False)
        client.kernel_info()
        client.get_shell_msg(timeout=30)
        identifier = client.execute("print(6 * 7)")
        time.sleep(0.2)
        client.iopub_channel.start()
        kinds = []
        while "idle" not in kinds:
            message = client.get_iopub_msg(timeout=30)
            if message["parent_header"].get("msg_id") == identifier:
                kinds.append(message["content"].get("execution_state", message["msg_type"]))
        assert kinds == ["busy", "execute_input", "stream", "idle"]
        # Who never listens is answered as well, after a moment.
        manager.restart_kernel(now=True)
        client.stop_channels()
        client = manager.blocking_client()
        client.start_channels(iopub=False, stdin=False, hb=False, control=False)
        client.execute("6 * 7")
        assert client.get_shell_msg(timeout=30)["content"]["status"] == "ok"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_kernel_info(shared_kernel):
    content = shared_kernel.ask("kernel_info_request").content
    assert content["status"] == "ok"
    assert content["implementation"] == "vencejo"
    assert content["protocol_version"] == "5.5"
    language = content["language_info"]
    assert language["name"] == "swift"
    assert language["mimetype"] == "text/x-swift"
    assert language["file_extension"] == ".swift"
    assert language["pygments_lexer"] == "swift"
    assert language["codemirror_mode"] == "swift"


@pytest.mark.parametrize("channel", ["shell", "control"])
@pytest.mark.parametrize("kind,content", [
    ("kernel_info_request", {}),
    ("comm_info_request", {}),
    ("connect_request", {}),
    ("history_request", {"hist_access_type": "tail", "n": 1, "output": False, "raw": True}),
    ("complete_request", {"code": "pri", "cursor_pos": 3}),
    ("inspect_request", {"code": "print", "cursor_pos": 2, "detail_level": 0}),
    ("is_complete_request", {"code": "1"}),
    ("usage_request", {}),
    ("interrupt_request", {}),
    ("unheard_of_request", {}),
    ("complete_request", {}),
])
def test_every_request_is_answered_between_busy_and_idle(shared_kernel, channel, kind, content):
    answer = shared_kernel.ask(kind, content, channel)
    assert answer.kinds == ["busy", "idle"]
    assert answer.reply["msg_type"] == kind.replace("_request", "_reply")


def test_parent_headers_are_echoed_verbatim(shared_kernel):
    client = shared_kernel.client
    message = client.session.msg("kernel_info_request", {})
    message["header"]["extra"] = {"b": [1, 2.5], "a": "é"}
    client.shell_channel.send(message)
    identifier = message["header"]["msg_id"]
    published = shared_kernel.published_for(identifier)
    reply = shared_kernel.reply_to(identifier)
    for answer in [*published, reply]:
        assert answer["parent_header"]["extra"] == {"b": [1, 2.5], "a": "é"}
        assert answer["header"]["msg_id"] != identifier
        validate_message(answer)
    assert len({m["header"]["msg_id"] for m in [*published, reply]}) == 3


def test_stdout(shared_kernel):
    answer = shared_kernel.execute('print("hello, world")')
    assert answer.text() == "hello, world\n"
    assert answer.kinds == ["busy", "execute_input", "stream", "idle"]
    assert answer.content["status"] == "ok"


def test_stderr(shared_kernel):
    answer = shared_kernel.execute('fputs("oops\\n", stderr)')
    assert answer.text("stderr") == "oops\n"


def test_execute_input_carries_code_and_count(shared_kernel):
    answer = shared_kernel.execute("1 + 1")
    [content] = answer.contents("execute_input")
    assert content == {"code": "1 + 1", "execution_count": answer.content["execution_count"]}


def test_execute_result(shared_kernel):
    answer = shared_kernel.execute("6 * 7")
    [content] = answer.contents("execute_result")
    assert content["data"]["text/plain"] == "42"
    assert content["execution_count"] == answer.content["execution_count"]
    assert answer.kinds == ["busy", "execute_input", "execute_result", "idle"]


def test_display_data_carries_svg_and_text(shared_kernel):
    [content, *_] = shared_kernel.execute("plt.plot([1, 2, 3])\nplt.show()").contents(
        "display_data")
    assert content["data"]["image/svg+xml"].lstrip().startswith(("<svg", "<?xml"))
    assert content["data"]["text/plain"]
    assert content["metadata"] == {}


def test_clear_output(shared_kernel):
    assert shared_kernel.execute("clearOutput()").contents("clear_output")


def test_error_is_one_output_and_a_reply(shared_kernel):
    answer = shared_kernel.execute('let x: Int = "a"')
    assert answer.kinds == ["busy", "execute_input", "error", "idle"]
    [content] = answer.contents("error")
    assert set(content) == {"ename", "evalue", "traceback"}
    assert answer.content["status"] == "error"
    assert answer.content["ename"] == content["ename"]
    assert answer.content["execution_count"] > 0
    assert shared_kernel.execute("1 + 1").result == "2"


def test_execution_count(shared_kernel):
    def count(code, **options):
        return shared_kernel.execute(code, **options).content["execution_count"]

    first = count("1 + 1")
    assert count("1 + 1") == first + 1
    assert count("1 + 1", store_history=False) == first + 1
    assert count("", silent=True) == first + 1
    assert count("1 + 1") == first + 2


def test_silent_shows_nothing(shared_kernel):
    answer = shared_kernel.execute("1 + 1", silent=True)
    assert answer.kinds == ["busy", "idle"]


def test_user_expressions(shared_kernel):
    answer = shared_kernel.execute("let four = 4", user_expressions={"a": "four", "b": "(("})
    values = answer.content["user_expressions"]
    assert values["a"]["status"] == "ok"
    assert "text/plain" in values["a"]["data"]
    assert "b" in values


def test_complete(shared_kernel):
    content = shared_kernel.ask("complete_request", {"code": "pri", "cursor_pos": 3}).content
    assert any(match.startswith("print") for match in content["matches"])
    assert (content["cursor_start"], content["cursor_end"]) == (0, 3)


def test_complete_counts_code_points(shared_kernel):
    code = 'let é😀 = "😀"; pri'
    content = shared_kernel.ask(
        "complete_request", {"code": code, "cursor_pos": len(code)}).content
    assert content["cursor_end"] == len(code)


def test_inspect(shared_kernel):
    content = shared_kernel.ask(
        "inspect_request", {"code": "print", "cursor_pos": 3, "detail_level": 0}).content
    assert content["found"] and content["data"]["text/plain"]


def test_inspect_of_nothing(shared_kernel):
    content = shared_kernel.ask(
        "inspect_request", {"code": "", "cursor_pos": 0, "detail_level": 0}).content
    assert content == {"status": "ok", "found": False, "data": {}, "metadata": {}}


@pytest.mark.parametrize("code,status", [
    ("1 + 1", "complete"), ("func f() {", "incomplete"), ('print("', "invalid")])
def test_is_complete(shared_kernel, code, status):
    content = shared_kernel.ask("is_complete_request", {"code": code}).content
    assert content["status"] == status
    assert ("indent" in content) == (status == "incomplete")


def test_history(kernel):
    for code in ["1 + 1", "6 * 7", "1 + 1"]:
        kernel.execute(code)
    tail = kernel.ask("history_request", {
        "hist_access_type": "tail", "n": 2, "output": True, "raw": True}).content["history"]
    assert [entry[2] for entry in tail] == [["6 * 7", "42"], ["1 + 1", "2"]]
    found = kernel.ask("history_request", {
        "hist_access_type": "search", "pattern": "1*", "unique": True, "output": False,
        "raw": True}).content["history"]
    assert [entry[2] for entry in found] == ["1 + 1"]


def test_comm_info_and_unknown_target(shared_kernel):
    assert shared_kernel.ask("comm_info_request").content == {"status": "ok", "comms": {}}
    identifier = shared_kernel.send(
        "comm_open", {"comm_id": "7", "target_name": "nobody", "data": {}})
    published = shared_kernel.published_for(identifier)
    [close] = [m for m in published if m["msg_type"] == "comm_close"]
    assert close["content"]["comm_id"] == "7"


def test_stdin(shared_kernel):
    identifier = shared_kernel.start_cell("let name = readLine()", allow_stdin=True)
    request = shared_kernel.client.get_stdin_msg(timeout=10)
    assert request["msg_type"] == "input_request"
    assert request["parent_header"]["msg_id"] == identifier
    assert set(request["content"]) == {"prompt", "password"}
    shared_kernel.client.input("Ada")
    assert shared_kernel.finish_cell(identifier).content["status"] == "ok"


def test_stdin_goes_to_the_client_that_runs_the_cell(shared_kernel):
    other = shared_kernel.another_client()
    identifier = other.start_cell("let name = readLine()", allow_stdin=True)
    assert other.client.get_stdin_msg(timeout=10)["msg_type"] == "input_request"
    other.client.input("Ada")
    assert other.finish_cell(identifier).content["status"] == "ok"
    other.client.stop_channels()


def test_interrupted_stdin(shared_kernel):
    identifier = shared_kernel.start_cell("let name = readLine()", allow_stdin=True)
    shared_kernel.client.get_stdin_msg(timeout=10)
    shared_kernel.interrupt()
    assert shared_kernel.finish_cell(identifier, timeout=5).content["status"] == "error"
    assert shared_kernel.execute("1 + 1").result == "2"


def test_reading_without_a_user_is_an_error_at_once(shared_kernel):
    answer = shared_kernel.execute("let line = readLine()", timeout=5, allow_stdin=False)
    assert answer.content["status"] == "error"


def test_interrupt_keeps_variables_and_answers_the_queue(kernel):
    kernel.execute("let kept = 42")
    identifier = kernel.start_cell("while true {}")
    queued = kernel.start_cell("1 + 1")
    kernel.wait_for("execute_input", identifier)
    time.sleep(0.1)
    start = time.monotonic()
    kernel.send("interrupt_request", channel="control")
    answer = kernel.reply_to(identifier, timeout=5)
    assert time.monotonic() - start < 20
    assert answer["content"]["status"] == "error"
    assert answer["content"]["ename"] == "Interrupted"
    aborted = kernel.reply_to(queued)["content"]
    assert aborted["status"] == "error"
    assert {"ename", "evalue", "traceback", "execution_count"} <= set(aborted)
    kernel.drain()
    assert kernel.execute("kept").result == "42"


def test_sigint_interrupts_too(kernel):
    import os
    import signal

    identifier = kernel.start_cell("while true {}")
    kernel.wait_for("execute_input", identifier)
    os.kill(kernel.process.pid, signal.SIGINT)
    assert kernel.reply_to(identifier, timeout=5)["content"]["ename"] == "Interrupted"
    os.kill(kernel.process.pid, signal.SIGINT)
    kernel.drain()
    assert kernel.execute("1 + 1").result == "2"


def test_requests_are_answered_while_a_cell_runs(kernel):
    identifier = kernel.start_cell("while true {}")
    kernel.wait_for("execute_input", identifier)
    for channel in ["shell", "control"]:
        start = time.monotonic()
        assert kernel.ask("kernel_info_request", channel=channel).kinds == ["busy", "idle"]
        assert kernel.ask("complete_request", {"code": "pri", "cursor_pos": 3}, channel).content[
            "matches"]
        assert time.monotonic() - start < 20
    kernel.interrupt()
    assert kernel.reply_to(identifier)["content"]["status"] == "error"


def test_an_error_answers_the_cells_sent_with_it(kernel):
    failing = kernel.start_cell('let x: Int = "a"')
    waiting = [kernel.start_cell("1 + 1") for _ in range(30)]
    assert kernel.reply_to(failing)["content"]["status"] == "error"
    assert {kernel.reply_to(i)["content"]["status"] for i in waiting} == {"error"}
    kernel.drain()
    assert kernel.execute("1 + 1").result == "2"


def test_without_stop_on_error_the_queue_goes_on(kernel):
    failing = kernel.start_cell('let x: Int = "a"', stop_on_error=False)
    waiting = kernel.start_cell("1 + 1")
    assert kernel.reply_to(failing)["content"]["status"] == "error"
    assert kernel.reply_to(waiting)["content"]["status"] == "ok"


def test_all_clients_hear_what_a_cell_shows(shared_kernel):
    other = shared_kernel.another_client()
    identifier = shared_kernel.start_cell('print("hello, world")')
    published = other.published_for(identifier)
    assert [m["content"]["text"] for m in published if m["msg_type"] == "stream"] == [
        "hello, world\n"]
    shared_kernel.finish_cell(identifier)
    other.client.stop_channels()


def test_text_does_not_wait_for_the_end_of_the_cell(kernel):
    start = time.monotonic()
    identifier = kernel.start_cell('print("first")\nprint("second")\nwhile true {}')
    text = ""
    while "second" not in text:
        text += kernel.wait_for("stream", identifier, timeout=5)["content"]["text"]
    assert text == "first\nsecond\n"
    assert time.monotonic() - start < 20
    kernel.interrupt()
    kernel.reply_to(identifier)


def test_output_keeps_the_order_of_the_cell(shared_kernel):
    answer = shared_kernel.execute(
        'print("a")\nprint("b")\nplt.plot([1, 2])\nplt.show()\nprint("c")\nlet list = [1]\nlist[5]')
    # The first line is sent at once, what follows in batches: neighbouring pieces of a stream count as one.
    kinds = [kind for before, kind in zip([None, *answer.kinds], answer.kinds) if kind != before]
    assert kinds == [
        "busy", "execute_input", "stream", "display_data", "stream", "error", "idle"]
    assert answer.text() == "a\nb\nc\n"


def test_progress_updates_what_is_displayed(shared_kernel):
    answer = shared_kernel.execute("""
        let x = Tensor.randomNormal(64, 2)
        let model = Sequential { Dense(1) }
        model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        let history = model.fit(x, x.sum(axis: 1, keepDims: true), epochs: 3)
        """)
    assert answer.content["status"] == "ok"
    shown = {c["transient"]["display_id"] for c in answer.contents("display_data")}
    updated = {c["transient"]["display_id"] for c in answer.contents("update_display_data")}
    assert updated and updated <= shown


def test_100_000_lines_arrive(kernel):
    answer = kernel.execute('for i in 0..<100000 { print("line \\(i)") }')
    assert answer.text() == "".join(f"line {i}\n" for i in range(100000))
    # A message every 15 ms, however slow the machine is.
    assert len(answer.contents("stream")) < 2_000


@pytest.mark.parametrize("restart", [False, True])
def test_shutdown_is_answered_and_ends_the_process(restart):
    kernel = KernelClient.start(KERNEL_NAME)
    identifier = kernel.send("shutdown_request", {"restart": restart}, channel="control")
    reply = kernel.reply_to(identifier, "control")
    assert reply["content"] == {"status": "ok", "restart": restart}
    assert kernel.process.wait(timeout=5) == 0
    kernel.stop()


def test_shutdown_does_not_wait_for_a_cell():
    kernel = KernelClient.start(KERNEL_NAME)
    identifier = kernel.start_cell("while true {}")
    kernel.wait_for("execute_input", identifier)
    start = time.monotonic()
    kernel.send("shutdown_request", {"restart": False}, channel="control")
    assert kernel.process.wait(timeout=5) == 0
    assert time.monotonic() - start < 20
    kernel.stop()


@pytest.mark.parametrize("options", [
    {"transport": "ipc"},
    {"transport_encryption": "required"},
], ids=["ipc", "curve"])
def test_other_transports(options, tmp_path):
    if "transport" in options:
        options = {**options, "ip": str(tmp_path / "kernel")}
    kernel = KernelClient.start(KERNEL_NAME, **options)
    assert kernel.execute("6 * 7").result == "42"
    kernel.interrupt()
    kernel.stop()
