"""The debugger as frontends drive it: requests of the Debug Adapter Protocol on the control channel."""
import pytest

CELL = """func square(_ x: Int) -> Int {
    let doubled = x + x
    let result = x * x
    return result
}
var total = 0
for i in 1...3 {
    total += square(i)
}
print(total)"""


class Debugger:
    def __init__(self, kernel):
        self.kernel = kernel
        self.sequence = 0

    def send(self, command, **arguments):
        self.sequence += 1
        return self.kernel.send(
            "debug_request",
            {"type": "request", "seq": self.sequence, "command": command, "arguments": arguments},
            channel="control")

    def request(self, command, **arguments):
        reply = self.kernel.reply_to(self.send(command, **arguments), channel="control")["content"]
        assert (reply["type"], reply["command"], reply["request_seq"]) == ("response", command, self.sequence)
        return reply

    def body(self, command, **arguments):
        reply = self.request(command, **arguments)
        assert reply["success"], reply
        return reply["body"]

    def attach(self):
        self.body("initialize", clientID="tests", adapterID="vencejo", pathFormat="path", linesStartAt1=True,
                  columnsStartAt1=True)
        self.body("attach")
        return self

    def breakpoints(self, code, *lines):
        path = self.body("dumpCell", code=code)["sourcePath"]
        found = self.body("setBreakpoints", source={"path": path}, breakpoints=[{"line": n} for n in lines],
                          sourceModified=False)
        self.body("configurationDone")
        return path, found["breakpoints"]

    def event(self, name):
        """The next event of that name; others are passed over."""
        while True:
            message = self.kernel.client.get_iopub_msg(timeout=30)
            if message["msg_type"] == "debug_event" and message["content"]["event"] == name:
                return message["content"]["body"]

    def top(self):
        return self.body("stackTrace", threadId=1)["stackFrames"][0]

    def variables(self, scope, frame=1):
        scopes = {s["name"]: s["variablesReference"] for s in self.body("scopes", frameId=frame)["scopes"]}
        rows = self.body("variables", variablesReference=scopes[scope])["variables"]
        return {row["name"]: row for row in rows}


@pytest.fixture
def debugger(kernel):
    return Debugger(kernel)


def test_the_kernel_says_that_it_has_a_debugger(kernel, debugger):
    info = kernel.ask("kernel_info_request").content
    assert "debugger" in info["supported_features"] and info["debugger"] is True
    body = debugger.body("debugInfo")
    assert body["isStarted"] is False and body["hashMethod"] == "Murmur2" and body["richRendering"] is True
    assert body["tmpFilePrefix"] and body["tmpFileSuffix"] == ".swift" and body["stoppedThreads"] == []


def murmur2(data, seed):
    """As frontends work out where a cell's source is."""
    multiplier, mask = 0x5BD1E995, 0xFFFFFFFF
    value = seed ^ len(data)
    whole = len(data) & ~3
    for start in range(0, whole, 4):
        word = int.from_bytes(data[start:start + 4], "little") * multiplier & mask
        word = (word ^ word >> 24) * multiplier & mask
        value = value * multiplier & mask ^ word
    if len(data) > whole:
        value = (value ^ int.from_bytes(data[whole:], "little")) * multiplier & mask
    value = (value ^ value >> 13) * multiplier & mask
    return value ^ value >> 15


@pytest.mark.parametrize("code", ["", "a", "ab", "abc", "abcd", "let é = \"😀\"\nprint(é)", CELL])
def test_a_cells_path_is_the_hash_that_frontends_work_out(shared_kernel, code):
    debugger = Debugger(shared_kernel)
    info = debugger.body("debugInfo")
    path = debugger.body("dumpCell", code=code)["sourcePath"]
    assert path == f"{info['tmpFilePrefix']}{murmur2(code.encode(), info['hashSeed'])}{info['tmpFileSuffix']}"
    assert debugger.body("source", source={"path": path})["content"] == code


def test_breakpoint_steps_and_end(kernel, debugger):
    debugger.attach()
    path, found = debugger.breakpoints(CELL, 2)
    assert [(b["verified"], b["line"]) for b in found] == [(True, 2)]
    cell = kernel.start_cell(CELL)
    assert debugger.event("stopped")["reason"] == "breakpoint"
    frames = debugger.body("stackTrace", threadId=1)["stackFrames"]
    assert [(f["name"].split("(")[0], f["line"]) for f in frames][:2] == [("square", 2), (frames[1]["name"], 8)]
    assert frames[0]["source"]["path"] == path
    assert debugger.variables("Locals")["x"]["value"] == "1"
    assert debugger.variables("Globals")["total"]["value"] == "0"

    debugger.body("next", threadId=1)
    assert debugger.event("stopped")["reason"] == "step"
    assert debugger.top()["line"] == 3
    assert debugger.variables("Locals")["doubled"]["value"] == "2"
    assert "result" not in debugger.variables("Locals")

    debugger.body("stepOut", threadId=1)
    debugger.event("stopped")
    assert debugger.top()["line"] == 8 or debugger.top()["line"] == 10
    debugger.body("stepIn", threadId=1)
    debugger.event("stopped")
    assert debugger.top()["line"] == 2 and debugger.variables("Locals")["x"]["value"] == "2"
    assert debugger.body("evaluate", expression="x * 100 + total", frameId=1)["result"] == "201"
    assert not debugger.request("evaluate", expression="nonsense(", frameId=1)["success"]

    debugger.body("setBreakpoints", source={"path": path}, breakpoints=[])
    debugger.body("continue", threadId=1)
    debugger.event("continued")
    answer = kernel.finish_cell(cell)
    assert answer.content["status"] == "ok" and answer.text() == "14\n"
    # What was declared under a debugger is there without it.
    debugger.body("disconnect", restart=False, terminateDebuggee=True)
    assert kernel.execute("square(9)").result == "81"


def test_functions_of_earlier_cells_can_be_stopped(kernel, debugger):
    kernel.execute("func earlier(_ n: Int) -> Int {\n    let m = n + 1\n    return m\n}")
    debugger.attach()
    debugger.breakpoints("func earlier(_ n: Int) -> Int {\n    let m = n + 1\n    return m\n}", 3)
    cell = kernel.start_cell("earlier(41)")
    debugger.event("stopped")
    assert debugger.variables("Locals")["m"]["value"] == "42"
    debugger.body("continue", threadId=1)
    assert kernel.finish_cell(cell).result == "42"


def test_breakpoints_move_to_the_next_statement_or_are_refused(kernel, debugger):
    debugger.attach()
    _, found = debugger.breakpoints("// a comment\n\nlet a = 1\n\nlet b = 2\n// the end", 1, 4, 6)
    assert [(b["verified"], b["line"]) for b in found] == [(True, 3), (True, 5), (False, 6)]


def test_breakpoints_with_a_condition_stop_where_it_is_true(kernel, debugger):
    code = "var total = 0\nfor i in 0..<100 {\n    total += i\n}\ntotal"
    debugger.attach()
    path = debugger.body("dumpCell", code=code)["sourcePath"]
    debugger.body("setBreakpoints", source={"path": path}, breakpoints=[{"line": 3, "condition": "i == 7 || total > 4000"}])
    debugger.body("configurationDone")
    info = debugger.body("debugInfo")
    assert info["breakpoints"][0]["breakpoints"] == [{"line": 3, "verified": True, "condition": "i == 7 || total > 4000"}]
    cell = kernel.start_cell(code)
    assert debugger.event("stopped")["reason"] == "breakpoint"
    assert debugger.body("evaluate", expression="i", frameId=1)["result"] == "7"
    debugger.body("continue", threadId=1)
    debugger.event("stopped")
    assert debugger.body("evaluate", expression="total", frameId=1)["result"] == "4005"
    # What is no condition stops the cell as well, and says why.
    debugger.body("setBreakpoints", source={"path": path}, breakpoints=[{"line": 3, "condition": "total"}])
    debugger.body("continue", threadId=1)
    assert "should be a Bool" in debugger.event("stopped")["text"]
    debugger.body("setBreakpoints", source={"path": path}, breakpoints=[])
    debugger.body("continue", threadId=1)
    assert kernel.finish_cell(cell).result == "4950"


def test_control_is_answered_and_interrupts_work_while_stopped(kernel, debugger):
    debugger.attach()
    debugger.breakpoints("var kept = 7\nwhile true {\n    kept += 1\n}", 3)
    cell = kernel.start_cell("var kept = 7\nwhile true {\n    kept += 1\n}")
    debugger.event("stopped")
    assert debugger.body("debugInfo")["stoppedThreads"] == [1]
    assert kernel.reply_to(kernel.send("kernel_info_request", channel="control"), "control")["content"]["status"] == "ok"
    assert kernel.reply_to(kernel.send("complete_request", {"code": "pri", "cursor_pos": 3}))["content"]["matches"]
    kernel.send("interrupt_request", channel="control")
    reply = kernel.reply_to(cell)["content"]
    assert reply["status"] == "error" and reply["ename"] == "Interrupted"
    assert kernel.execute("kept >= 7").result == "true"


def test_stops_at_errors(kernel, debugger):
    debugger.attach()
    debugger.body("setExceptionBreakpoints", filters=["uncaught"])
    cell = kernel.start_cell("func at(_ list: [Int], _ i: Int) -> Int {\n    let index = i\n    return list[index]\n}\nat([1, 2], 5)")
    stopped = debugger.event("stopped")
    assert stopped["reason"] == "exception" and "out of range" in stopped["text"]
    assert debugger.top()["line"] == 3
    assert debugger.variables("Locals")["index"]["value"] == "5"
    debugger.body("continue", threadId=1)
    assert kernel.finish_cell(cell).content["status"] == "error"


def test_variables_are_unfolded_and_assigned(kernel, debugger):
    debugger.attach()
    code = """struct Point { var x: Int; var y: Double }
final class Node { var name = "n"; var next: Node? }
func look(_ start: Int) -> Int {
    var point = Point(x: start, y: 0.5)
    let list = [point, Point(x: 9, y: 9)]
    let words = ["a": 1]
    let node = Node()
    point.x += list.count + words.count + node.name.count
    return point.x
}
look(1)"""
    debugger.breakpoints(code, 9)
    cell = kernel.start_cell(code)
    debugger.event("stopped")
    local = debugger.variables("Locals")
    def parts(row):
        return {p["name"]: p for p in debugger.body("variables", variablesReference=row["variablesReference"])["variables"]}
    assert parts(local["point"])["x"]["value"] == "5" and parts(local["point"])["y"]["type"] == "Double"
    assert parts(parts(local["list"])["[1]"])["x"]["value"] == "9"
    assert parts(local["words"])['["a"]']["value"] == "1"
    assert '"n"' in parts(local["node"])["name"]["value"]
    assert debugger.body("evaluate", expression="point.x = 70", frameId=1) is not None
    assert debugger.body("evaluate", expression="point.x", frameId=1)["result"] == "70"
    debugger.body("copyToGlobals", srcVariableName="list", dstVariableName="copied", srcFrameId=1)
    debugger.body("continue", threadId=1)
    assert kernel.finish_cell(cell).result == "70"
    assert kernel.execute("copied.count").result == "2"


def test_self_and_its_properties_are_in_sight_of_a_method(kernel, debugger):
    debugger.attach()
    code = """final class Account {
    private var balance = 10
    var owner = "Ada"
    func deposit(_ amount: Int) -> Int {
        balance += amount
        return balance
    }
}
let account = Account()
account.deposit(5)"""
    debugger.breakpoints(code, 6)
    cell = kernel.start_cell(code)
    debugger.event("stopped")
    evaluate = lambda text: debugger.body("evaluate", expression=text, frameId=1)["result"]
    assert evaluate("self.balance + amount") == "20"
    assert evaluate("owner.count + balance") == "18"
    assert evaluate("self.deposit(0)") == "15"
    debugger.body("evaluate", expression="balance = 100", frameId=1)
    assert evaluate("self.balance") == "100" and evaluate("account.balance") == "100"
    debugger.body("evaluate", expression="self.balance += 1", frameId=1)
    debugger.body("continue", threadId=1)
    assert kernel.finish_cell(cell).result == "101"
    assert kernel.execute("self").content["status"] == "error"


def test_pause_stops_a_running_loop(kernel, debugger):
    debugger.attach()
    cell = kernel.start_cell("var n = 0\nprint(\"go\")\nwhile true {\n    n += 1\n    if n < 0 { break }\n}")
    kernel.wait_for("stream", cell)
    debugger.body("pause", threadId=1)
    assert debugger.event("stopped")["reason"] == "pause"
    before = int(debugger.variables("Globals")["n"]["value"])
    assert before > 0
    debugger.body("evaluate", expression="n = -10", frameId=1)
    debugger.body("continue", threadId=1)
    # The assignment has ended the loop.
    assert kernel.finish_cell(cell).content["status"] == "ok"


def test_the_variables_panel_needs_no_debugger(kernel, debugger):
    kernel.execute("""
        let number = 3
        let weights = Tensor([[1, 2], [3, 4], [5, 6]])
        let model = Sequential { Dense(4); Dense(1) }
        let table = try DataFrame(csvText: "a,b\\n1,x\\n2,y")
        let names = ["x", "y"]
        func helper() {}
        """)
    rows = {row["name"]: row for row in debugger.body("inspectVariables")["variables"]}
    assert "helper" not in rows
    assert rows["number"]["value"] == "3" and rows["number"]["type"] == "Int"
    assert rows["weights"]["type"] == "Tensor"
    assert "[3, 2]" in rows["weights"]["value"] and "bytes" in rows["weights"]["value"] or "B" in rows["weights"]["value"]
    facts = {p["name"]: p["value"] for p in debugger.body(
        "variables", variablesReference=rows["weights"]["variablesReference"])["variables"]}
    assert facts["shape"] == "[3, 2]"
    assert rows["model"]["type"] == "Sequential"
    rich = debugger.body("richInspectVariables", variableName="weights")
    assert "text/plain" in rich["data"] and rich["metadata"] == {}
    assert not debugger.request("richInspectVariables", variableName="missing")["success"]
    assert not debugger.request("dance")["success"]


def test_figures_and_tables_are_shown_richly(kernel, debugger):
    kernel.execute("let figure = plt.figure()\nplt.plot([1, 2, 3])\nlet shown = plt.gcf()")
    rows = {row["name"]: row for row in debugger.body("inspectVariables")["variables"]}
    assert rows["figure"]["type"] == "Figure"
    assert "image/svg+xml" in debugger.body("richInspectVariables", variableName="figure")["data"]


def test_variables_can_be_looked_at_while_a_cell_runs(kernel, debugger):
    kernel.execute("let given = 12")
    cell = kernel.start_cell("print(\"go\")\nwhile true {}")
    kernel.wait_for("stream", cell)
    rows = {row["name"]: row for row in debugger.body("inspectVariables")["variables"]}
    assert rows["given"]["value"] == "12"
    kernel.send("interrupt_request", channel="control")
    assert kernel.finish_cell(cell).content["ename"] == "Interrupted"
