"""Interrupts reach every kind of work, keep the variables, and answer the cells that wait."""
import pytest

SETUP = """
let kept = 42
let big = Tensor.randomNormal([3000, 3000])
let x = Tensor.randomNormal([512, 16])
let y = x.sum(axis: 1, keepDims: true)
let model = Sequential { Dense(32, activation: .relu); Dense(1) }
model.compile(optimizer: SGD(learningRate: 0.001), loss: .meanSquaredError)
func endless(_ n: Int) -> Int { var i = n; while i >= 0 { i += 1 }; return i }
func deep(_ n: Int) -> Int { n < 2 ? n : deep(n - 1) + deep(n - 2) }
"""

WORK = {
    "while": "while true {}",
    "while with a body": "var n = 0\nwhile n >= 0 { n = (n + 1) % 1000 }",
    "repeat": "var n = 0\nrepeat { n += 0 } while n == 0",
    "for in a range": "var t = 0\nfor i in 0..<Int.max { t = i }",
    "for over an array": "let list = [Int](repeating: 1, count: 1000)\nvar t = 0\nwhile true { for e in list { t &+= e } }",
    "for over a sequence": "var t = 0\nfor i in stride(from: 0, to: Int.max, by: 2) { t = i }",
    "for with a condition": "for i in 0... where i < 0 { print(i) }",
    "function": "endless(1)",
    "recursion": "deep(80)",
    "closure": "let f = { (n: Int) -> Int in var i = n; while i >= 0 { i += 1 }; return i }\nf(1)",
    "map": "let l = (0..<1_000_000_000).lazy.map { $0 &* 3 }.reduce(0) { $0 &+ $1 }\nl",
    "matrix product": "var m = big\nfor _ in 0..<1000 { m = big.matmul(m) }",
    "fit": "model.fit(x, y, epochs: 10_000_000, batchSize: 8, verbose: .silent)",
    "sort": "var l = (0..<3_000_000).map { ($0 &* 7919) % 3_000_017 }\nwhile true { l.sort { $0 > $1 }; l.sort { $0 < $1 } }",
    "sorted tensor": "let r = Tensor.randomNormal([5_000_000])\nwhile true { _ = r.sorted() }",
    "sleep": "sleep(1000)",
    "text": "var s = \"\"\nwhile true { s += \"a\"; if s.count > 1000 { s = \"\" } }",
}


@pytest.fixture(scope="module")
def prepared():
    from conftest import KERNEL_NAME
    from kernel_client import KernelClient

    kernel = KernelClient.start(KERNEL_NAME)
    answer = kernel.execute(SETUP, timeout=120)
    assert answer.content["status"] == "ok", answer.content
    yield kernel
    kernel.stop()


@pytest.mark.parametrize("name", WORK)
def test_work_is_interrupted(prepared, name):
    kernel = prepared
    cell = kernel.start_cell("print(\"go\")\n" + WORK[name])
    kernel.wait_for("stream", cell)
    waiting = kernel.start_cell("let ran = true")
    kernel.send("interrupt_request", channel="control")
    replies = {}
    while len(replies) < 2:
        message = kernel.client.get_shell_msg(timeout=60)
        replies[message["parent_header"]["msg_id"]] = message["content"]
    assert replies[cell]["status"] == "error", replies[cell]
    assert replies[cell]["ename"] == "Interrupted", replies[cell]
    assert replies[waiting]["status"] == "error" and replies[waiting]["ename"] == "Aborted"
    assert kernel.execute("kept").result == "42"


def test_reading_a_file_is_interrupted(prepared, tmp_path):
    table = tmp_path / "big.csv"
    with open(table, "w") as file:
        file.write("a,b,c\n" + "1.5,2.25,name\n" * 400_000)
    cell = prepared.start_cell(f'print("go")\nwhile true {{ _ = try readCSV("{table}") }}')
    prepared.wait_for("stream", cell)
    prepared.send("interrupt_request", channel="control")
    answer = prepared.finish_cell(cell, timeout=60)
    assert answer.content["ename"] == "Interrupted", answer.content
    assert prepared.execute("kept").result == "42"


def test_a_question_for_input_is_interrupted(prepared):
    cell = prepared.start_cell("let line = readLine()", allow_stdin=True)
    prepared.client.get_stdin_msg(timeout=30)
    prepared.send("interrupt_request", channel="control")
    assert prepared.finish_cell(cell).content["status"] == "error"
    assert prepared.execute("kept").result == "42"
