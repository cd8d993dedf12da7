"""The cases of runtimed/kernel-testbed, under its names."""
import queue

import pytest
import zmq
from jupyter_client.manager import KernelManager

from conftest import KERNEL_NAME


def reply_of(kernel, kind, content=None, channel="shell"):
    return kernel.ask(kind, content, channel).content


def test_heartbeat_responds(shared_kernel):
    info = shared_kernel.manager.get_connection_info()
    socket = zmq.Context.instance().socket(zmq.REQ)
    socket.connect(f"tcp://{info['ip']}:{info['hb_port']}")
    socket.send(b"ping")
    assert socket.poll(5_000) and socket.recv() == b"ping"
    socket.close()


def test_iopub_welcome(shared_kernel):
    other = shared_kernel.manager.blocking_client()
    other.start_channels(shell=False, stdin=False, hb=False, control=False)
    message = other.get_iopub_msg(timeout=10)
    other.stop_channels()
    assert message["msg_type"] == "iopub_welcome" and message["parent_header"] == {}
    assert message["content"] == {"subscription": ""}


def test_kernel_info(shared_kernel):
    info = reply_of(shared_kernel, "kernel_info_request")
    assert info["status"] == "ok" and info["protocol_version"].startswith("5.")
    assert info["language_info"]["name"] == "swift" and info["language_info"]["file_extension"] == ".swift"


def test_stdout(shared_kernel):
    assert shared_kernel.execute('print("hello")').text() == "hello\n"


def test_stderr(shared_kernel):
    answer = shared_kernel.execute("let neverUsed: Int = { let inner = 1; return 2 }()")
    assert "warning" in answer.text("stderr") and answer.text() == ""


def test_execute_reply_ok(shared_kernel):
    content = shared_kernel.execute("let ok = 1").content
    assert content["status"] == "ok" and content["execution_count"] > 0
    assert content["user_expressions"] == {} and content["payload"] == []


def test_status_lifecycle(shared_kernel):
    kinds = shared_kernel.execute("1").kinds
    assert kinds[0] == "busy" and kinds[-1] == "idle" and kinds.count("busy") == kinds.count("idle") == 1


def test_execute_input(shared_kernel):
    [content] = shared_kernel.execute("2 + 3").contents("execute_input")
    assert content["code"] == "2 + 3" and content["execution_count"] > 0


def test_complete(shared_kernel):
    shared_kernel.execute("let temperature = 20")
    content = reply_of(shared_kernel, "complete_request", {"code": "temper", "cursor_pos": 6})
    assert "temperature" in content["matches"] and (content["cursor_start"], content["cursor_end"]) == (0, 6)


def test_inspect(shared_kernel):
    content = reply_of(shared_kernel, "inspect_request", {"code": "print", "cursor_pos": 3, "detail_level": 0})
    assert content["found"] and "print" in content["data"]["text/plain"]


def test_is_complete_complete(shared_kernel):
    assert reply_of(shared_kernel, "is_complete_request", {"code": "let a = 1"})["status"] == "complete"


def test_is_complete_incomplete(shared_kernel):
    content = reply_of(shared_kernel, "is_complete_request", {"code": "for i in 0..<3 {"})
    assert content["status"] == "incomplete" and content["indent"].isspace()


def test_history(shared_kernel):
    shared_kernel.execute("let remembered = 1")
    content = reply_of(
        shared_kernel, "history_request",
        {"hist_access_type": "tail", "output": False, "raw": True, "n": 1})
    assert content["history"][-1][2] == "let remembered = 1"


def test_comm_info(shared_kernel):
    assert reply_of(shared_kernel, "comm_info_request", {})["comms"] == {}


def test_error_handling(shared_kernel):
    answer = shared_kernel.execute("[1, 2][7]")
    assert answer.content["status"] == "error" and answer.content["traceback"]
    [error] = answer.contents("error")
    assert set(error) == {"ename", "evalue", "traceback"} and error["ename"] == "IndexError"


def test_display_data(shared_kernel):
    [content] = shared_kernel.execute("display(Tensor([1, 2]))").contents("display_data")
    assert content["data"]["text/plain"]


def test_update_display_data(shared_kernel):
    answer = shared_kernel.execute("""
        let small = Sequential { Dense(1) }
        small.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        small.fit(Tensor([[1], [2]]), Tensor([[1], [2]]), epochs: 2)
        """)
    shown = answer.contents("display_data")[0]["transient"]["display_id"]
    assert answer.contents("update_display_data")[-1]["transient"]["display_id"] == shown


def test_execute_result(shared_kernel):
    answer = shared_kernel.execute("6 * 7")
    assert answer.result == "42"
    assert answer.contents("execute_result")[0]["execution_count"] == answer.content["execution_count"]


def test_rich_execute_result(shared_kernel):
    [content] = shared_kernel.execute("let figure = plt.figure()\nplt.plot([1, 2, 3])\nfigure").contents("execute_result")
    assert content["data"]["image/svg+xml"].lstrip().startswith("<") and content["data"]["text/plain"]


def test_stdin(shared_kernel):
    cell = shared_kernel.start_cell("readLine()!", allow_stdin=True)
    request = shared_kernel.client.get_stdin_msg(timeout=10)
    assert request["msg_type"] == "input_request" and request["parent_header"]["msg_id"] == cell
    shared_kernel.client.input("typed")
    assert shared_kernel.finish_cell(cell).result == '"typed"'


def test_comms_lifecycle(shared_kernel):
    identifier = shared_kernel.send("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    published = shared_kernel.published_for(identifier)
    assert [m["msg_type"] for m in published] == ["status", "comm_close", "status"]
    identifier = shared_kernel.send("comm_msg", {"comm_id": "c1", "data": {"x": 1}})
    assert [m["msg_type"] for m in shared_kernel.published_for(identifier)] == ["status", "status"]


def test_interrupt(kernel):
    cell = kernel.start_cell("print(\"go\")\nwhile true {}")
    kernel.wait_for("stream", cell)
    kernel.send("interrupt_request", channel="control")
    assert kernel.finish_cell(cell).content["ename"] == "Interrupted"


def test_execution_count(shared_kernel):
    first = shared_kernel.execute("1").content["execution_count"]
    assert shared_kernel.execute("2").content["execution_count"] == first + 1
    assert shared_kernel.execute("3", store_history=False).content["execution_count"] == first + 1


def test_parent_header_correlation(shared_kernel):
    cell = shared_kernel.start_cell("print(1)\n2")
    answer = shared_kernel.finish_cell(cell)
    assert {m["parent_header"]["msg_id"] for m in answer.published} == {cell}
    assert answer.reply["parent_header"]["msg_id"] == cell
    assert {m["parent_header"]["msg_type"] for m in answer.published} == {"execute_request"}


@pytest.mark.parametrize("restart", [False, True])
def test_shutdown_reply(restart):
    manager = KernelManager(kernel_name=KERNEL_NAME)
    manager.start_kernel()
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=30)
    client.shutdown(restart=restart)
    reply = client.get_control_msg(timeout=10)
    assert reply["msg_type"] == "shutdown_reply" and reply["content"] == {"status": "ok", "restart": restart}
    client.stop_channels()
    manager.provisioner.process.wait(timeout=10)
    manager.cleanup_resources()


def test_nothing_is_published_twice(shared_kernel):
    shared_kernel.execute("1")
    with pytest.raises(queue.Empty):
        shared_kernel.client.get_iopub_msg(timeout=0.2)
