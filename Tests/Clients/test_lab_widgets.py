"""Widgets in JupyterLab: controls that people move, and what follows."""
import pytest

from test_lab import MINUTES, Notebook, browser, lab, new_notebook, playwright, pytestmark  # noqa: F401


def test_a_slider_that_is_moved_changes_the_figure(browser, lab):
    name = new_notebook(lab, "slider.ipynb", """
let n = IntSlider(value: 3, min: 1, max: 10, description: "n")
interact(n) {
    print("n is \\(n.value)")
    plt.plot(Array(1...n.value), Array(1...n.value).map { $0 * $0 })
    plt.show()
}
""", "print(n.value)")
    notebook = Notebook(browser, lab, name)
    notebook.run_cell(0)
    slider = notebook.cell(0).locator(".widget-slider .noUi-handle")
    slider.wait_for(timeout=30_000)
    text = notebook.cell(0).locator(".jp-OutputArea-output .jp-OutputArea pre")
    playwright.expect(text).to_have_text("n is 3\n", timeout=30_000)
    notebook.page.wait_for_function(
        "() => [...document.querySelectorAll('.jp-RenderedSVG img')].some(image => image.complete && image.naturalWidth > 0)",
        timeout=30_000)
    before = notebook.figures()
    slider.focus()
    for _ in range(4):
        notebook.page.keyboard.press("ArrowRight")
    playwright.expect(text).to_have_text("n is 7\n", timeout=30_000)
    notebook.page.wait_for_function(
        "source => { const image = document.querySelector('.jp-OutputArea-output .jp-OutputArea .jp-RenderedSVG img');"
        " return image && !decodeURIComponent(image.src).includes(source); }",
        arg=before[0][-400:], timeout=30_000)
    notebook.screenshot("widget-slider")
    notebook.run_cell(1)
    playwright.expect(notebook.output(1).first).to_have_text("7", timeout=30_000)
    notebook.close()


@pytest.mark.timeout(300)
def test_the_playground_trains_when_its_button_is_pressed(browser, lab):
    notebook = Notebook(browser, lab, "21-playground.ipynb")
    notebook.run_all(timeout=3 * MINUTES)
    assert notebook.page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    place = notebook.page.locator(".jp-OutputArea-output:has(.widget-button)")
    place.scroll_into_view_if_needed()
    place.locator("select").first.select_option("xor")
    place.locator(".widget-button").click()
    # The picture changes in place while the network trains on the other data, and ends with the curve below it.
    notebook.page.wait_for_function(
        """() => {
            const place = [...document.querySelectorAll(".jp-OutputArea-output")].find(o => o.querySelector(".widget-button"));
            const images = [...place.querySelectorAll(".jp-RenderedSVG img")].map(image => decodeURIComponent(image.src));
            return images.length === 2 && images[0].includes("xor, epoch");
        }""", timeout=60_000)
    playwright.expect(place).to_contain_text("loss", timeout=30_000)
    notebook.wait_until_idle()
    notebook.screenshot("playground")
    notebook.close()
