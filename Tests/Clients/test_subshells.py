"""Subshells: cells beside the one that runs."""
import pytest


def create(kernel):
    reply = kernel.reply_to(kernel.send("create_subshell_request", channel="control"), "control")["content"]
    assert reply["status"] == "ok"
    return reply["subshell_id"]


def send_cell(kernel, code, subshell, **content):
    message = kernel.client.session.msg("execute_request", {"code": code, **content})
    message["header"]["subshell_id"] = subshell
    kernel.client.shell_channel.send(message)
    return message["header"]["msg_id"]


def test_subshells_are_made_listed_and_ended(kernel):
    def ask(kind, content=None):
        return kernel.reply_to(kernel.send(kind, content, channel="control"), "control")["content"]

    assert "kernel subshells" in kernel.ask("kernel_info_request").content["supported_features"]
    assert ask("list_subshell_request") == {"status": "ok", "subshell_id": []}
    first, second = create(kernel), create(kernel)
    assert first != second
    assert ask("list_subshell_request")["subshell_id"] == [first, second]
    assert ask("delete_subshell_request", {"subshell_id": first})["status"] == "ok"
    assert ask("list_subshell_request")["subshell_id"] == [second]
    assert ask("delete_subshell_request", {"subshell_id": first})["status"] == "error"
    reply = kernel.reply_to(send_cell(kernel, "1", first))["content"]
    assert reply["status"] == "error" and first in reply["evalue"]


def test_a_second_cell_runs_while_the_first_trains(kernel):
    kernel.execute("""
        setRandomSeed(3)
        let x = Tensor.randomNormal([256, 8])
        let y = x.sum(axis: 1, keepDims: true)
        let model = Sequential { Dense(8, activation: .relu); Dense(1) }
        model.compile(optimizer: SGD(learningRate: 0.001), loss: .meanSquaredError)
        """)
    subshell = create(kernel)
    training = kernel.start_cell("print(\"go\")\nlet history = model.fit(x, y, epochs: 1_000_000, batchSize: 32, verbose: .silent)")
    kernel.wait_for("stream", training)
    side = send_cell(kernel, "print(\"looking\")\nmodel.predict(x).shape", subshell)
    published = kernel.published_for(side)
    kinds = [m["content"].get("execution_state", m["msg_type"]) for m in published]
    assert kinds == ["busy", "execute_input", "stream", "execute_result", "idle"]
    assert all(m["parent_header"]["msg_id"] == side for m in published)
    assert published[3]["content"]["data"]["text/plain"] == "[256, 1]"
    assert kernel.reply_to(side)["content"]["status"] == "ok"
    # So are the expressions beside a cell.
    side = send_cell(kernel, "y.shape", subshell, user_expressions={"size": "x.shape", "fault": "[1][5]"})
    values = kernel.reply_to(side)["content"]["user_expressions"]
    assert values["size"]["data"]["text/plain"] == "[256, 8]"
    assert values["fault"]["ename"] == "IndexError"
    # A cell that changes something waits for its turn; what reads goes before it.
    waiting = send_cell(kernel, "var counter = 0\ncounter += 1\nfunc f() -> Int { counter }", subshell)
    reading = send_cell(kernel, "y.shape", create(kernel))
    assert kernel.reply_to(reading)["content"]["status"] == "ok"
    kernel.send("interrupt_request", channel="control")
    replies = {}
    while len(replies) < 2:
        message = kernel.client.get_shell_msg(timeout=30)
        replies[message["parent_header"]["msg_id"]] = message["content"]
    assert replies[training]["ename"] == "Interrupted"
    assert waiting in replies
    assert kernel.execute("model.predict(x).shape").result == "[256, 1]"


@pytest.mark.parametrize("loop", ["while true {}", "var t = 0.0\nwhile true { t += 1 }", "for i in 0... { if i < 0 { break } }"])
def test_a_subshells_cell_can_be_interrupted(kernel, loop):
    kernel.execute("let kept = 5")
    subshell = create(kernel)
    main = kernel.start_cell("print(\"go\")\nwhile true {}")
    kernel.wait_for("stream", main)
    side = send_cell(kernel, "print(\"side\")\n" + loop, subshell)
    kernel.wait_for("stream", side)
    kernel.send("interrupt_request", channel="control")
    replies = {}
    while len(replies) < 2:
        message = kernel.client.get_shell_msg(timeout=30)
        replies[message["parent_header"]["msg_id"]] = message["content"]
    assert replies[main]["ename"] == replies[side]["ename"] == "Interrupted"
    assert kernel.execute("kept").result == "5"


def test_a_subshell_of_an_idle_kernel_does_what_any_cell_does(kernel):
    subshell = create(kernel)
    for code in ["var a = 1", "a += 41", "func f() -> Int { a }"]:
        assert kernel.reply_to(send_cell(kernel, code, subshell))["content"]["status"] == "ok"
    assert kernel.execute("f()").result == "42"
    failing = send_cell(kernel, "[1][5]", subshell)
    assert kernel.reply_to(failing)["content"]["ename"] == "IndexError"
    reading = send_cell(kernel, "readLine()", subshell)
    assert kernel.reply_to(reading)["content"]["status"] == "error"
