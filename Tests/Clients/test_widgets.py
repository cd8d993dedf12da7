"""Widgets as a frontend sees them: models over comms, values both ways, closures that observe."""
import time

VIEW = "application/vnd.jupyter.widget-view+json"


def show(kernel, code):
    """Runs a cell whose value is a widget; gives the models it opened, by name, and the answer."""
    answer = kernel.execute(code)
    assert answer.content["status"] == "ok", answer.content
    opened = {}
    for content in answer.contents("comm_open"):
        assert content["target_name"] == "jupyter.widget"
        opened[content["data"]["state"]["_model_name"]] = content
    return opened, answer


def set_value(kernel, model, **state):
    """What a frontend sends when somebody moves a control, and all that comes of it."""
    identifier = kernel.send("comm_msg", {
        "comm_id": model["comm_id"],
        "data": {"method": "update", "state": state, "buffer_paths": []}})
    return kernel.published_for(identifier)


def updates(messages, method="update"):
    return [m["content"]["data"]["state"] for m in messages
            if m["msg_type"] == "comm_msg" and m["content"]["data"].get("method") == method]


def test_a_slider_is_opened_with_its_whole_state_and_shown_as_a_view(kernel):
    models, answer = show(kernel, 'let n = IntSlider(value: 3, min: 1, max: 10, description: "n")\nn')
    slider = models["IntSliderModel"]
    state = slider["data"]["state"]
    assert (state["value"], state["min"], state["max"], state["step"]) == (3, 1, 10, 1)
    assert state["description"] == "n"
    assert state["_model_module"] == "@jupyter-widgets/controls"
    assert state["layout"] == "IPY_MODEL_" + models["LayoutModel"]["comm_id"]
    assert state["style"] == "IPY_MODEL_" + models["SliderStyleModel"]["comm_id"]
    [open_message] = [m for m in answer.published if m["msg_type"] == "comm_open"
                      and m["content"]["comm_id"] == slider["comm_id"]]
    assert open_message["metadata"]["version"].startswith("2.")
    [result] = answer.contents("execute_result")
    assert result["data"][VIEW]["model_id"] == slider["comm_id"]
    assert result["data"]["text/plain"] == 'IntSlider(value: 3, min: 1, max: 10, description: "n")'
    # The models that a view needs are known before it is.
    assert answer.kinds.index("comm_open") < answer.kinds.index("execute_result")


def test_a_value_that_a_frontend_sets_is_there_for_code(kernel):
    models, _ = show(kernel, "let n = IntSlider(value: 3, max: 10)\nn")
    published = set_value(kernel, models["IntSliderModel"], value=8)
    assert updates(published, "echo_update") == [{"value": 8}]
    assert kernel.execute("print(n.value)").text() == "8\n"
    # Out of bounds: the nearest bound, and the views are told.
    assert {"value": 10} in updates(set_value(kernel, models["IntSliderModel"], value=99))
    assert kernel.execute("print(n.value)").text() == "10\n"
    # Nonsense changes nothing.
    set_value(kernel, models["IntSliderModel"], value="many", min=-5)
    assert kernel.execute("print(n.value)").text() == "10\n"


def test_code_that_sets_a_value_tells_the_frontends(kernel):
    models, _ = show(kernel, 'let bar = FloatProgress(max: 1)\nbar')
    answer = kernel.execute("bar.value = 0.5")
    [update] = [c for c in answer.contents("comm_msg")]
    assert update["comm_id"] == models["FloatProgressModel"]["comm_id"]
    assert update["data"]["state"] == {"value": 0.5}


def test_closures_observe_changes_and_clicks_and_their_output_is_the_messages(kernel):
    models, _ = show(kernel, """
        let n = IntSlider(value: 1, max: 10)
        var seen: [Int] = []
        n.observe { value in seen.append(value); print("now", value) }
        let button = Button(description: "go")
        button.onClick { print("clicked") }
        HBox([n, button])
        """)
    published = set_value(kernel, models["IntSliderModel"], value=4)
    assert [m["content"]["text"] for m in published if m["msg_type"] == "stream"] == ["now 4\n"]
    click = kernel.send("comm_msg", {
        "comm_id": models["ButtonModel"]["comm_id"],
        "data": {"method": "custom", "content": {"event": "click"}}})
    streams = [m for m in kernel.published_for(click) if m["msg_type"] == "stream"]
    assert [m["content"]["text"] for m in streams] == ["clicked\n"]
    assert kernel.execute("print(seen)").text() == "[4]\n"


def test_a_cell_that_runs_sees_the_new_value(kernel):
    models, _ = show(kernel, 'let stop = Checkbox(description: "stop")\nstop')
    cell = kernel.start_cell("var rounds = 0\nwhile !stop.value { rounds += 1 }\nprint(rounds > 0)")
    kernel.wait_for("busy", cell)
    time.sleep(0.2)
    kernel.send("comm_msg", {
        "comm_id": models["CheckboxModel"]["comm_id"],
        "data": {"method": "update", "state": {"value": True}, "buffer_paths": []}})
    assert kernel.finish_cell(cell).text() == "true\n"


def test_interact_replaces_what_it_showed(kernel):
    models, answer = show(kernel, "let n = IntSlider(value: 3, max: 10)\ninteract(n) { print(n.value * n.value) }")
    assert VIEW in answer.contents("display_data")[0]["data"]
    output = models["OutputModel"]
    assert output["data"]["state"]["outputs"] == [
        {"output_type": "stream", "name": "stdout", "text": "9\n"}]
    assert answer.text() == ""
    published = set_value(kernel, models["IntSliderModel"], value=5)
    shown = [u["outputs"] for u in updates(published) if "outputs" in u]
    assert shown[-1] == [{"output_type": "stream", "name": "stdout", "text": "25\n"}]


def test_figures_go_to_the_place_on_the_page(kernel):
    models, answer = show(kernel, """
        let page = Output()
        page.capture { plt.plot([1, 2, 3], [1, 4, 9]); plt.show(); print("drawn") }
        page
        """)
    outputs = models["OutputModel"]["data"]["state"]["outputs"]
    assert [o["output_type"] for o in outputs] == ["display_data", "stream"]
    assert outputs[0]["data"]["image/svg+xml"].startswith("<svg")
    assert "display_data" not in answer.kinds


def test_an_error_in_a_closure_is_told_and_ends_nothing(kernel):
    models, _ = show(kernel, "let kept = 42\nlet n = IntSlider(max: 5)\nn.observe { print([1, 2][$0]) }\nn")
    published = set_value(kernel, models["IntSliderModel"], value=5)
    text = "".join(m["content"]["text"] for m in published if m["msg_type"] == "stream")
    assert "out of range" in text and "[1, 2][$0]" in text
    assert kernel.execute("print(kept)").text() == "42\n"


def test_a_frontend_that_comes_later_gets_all_models(kernel):
    models, _ = show(kernel, "let d = Dropdown(options: [\"a\", \"b\"], value: \"b\")\nd")
    comms = kernel.ask("comm_info_request", {"target_name": "jupyter.widget"}).content["comms"]
    assert set(comms) == {m["comm_id"] for m in models.values()}
    kernel.send("comm_open", {
        "comm_id": "control", "target_name": "jupyter.widget.control", "data": {}},
        metadata={"version": "1.0.0"})
    request = kernel.send("comm_msg", {"comm_id": "control", "data": {"method": "request_states"}})
    [message] = [m for m in kernel.published_for(request) if m["msg_type"] == "comm_msg"]
    data = message["content"]["data"]
    assert data["method"] == "update_states"
    state = data["states"][models["DropdownModel"]["comm_id"]]
    assert state["model_name"] == "DropdownModel"
    assert state["state"]["index"] == 1 and state["state"]["_options_labels"] == ["a", "b"]
    one = kernel.send("comm_msg", {
        "comm_id": models["DropdownModel"]["comm_id"], "data": {"method": "request_state"}})
    assert updates(kernel.published_for(one))[0]["index"] == 1


def test_reset_takes_the_models_away(kernel):
    models, _ = show(kernel, "IntSlider()")
    closed = {c["comm_id"] for c in kernel.execute("%reset").contents("comm_close")}
    assert closed == {m["comm_id"] for m in models.values()}
    assert kernel.ask("comm_info_request").content["comms"] == {}
