"""The repository's notebooks that do not take long are committed executed, and what they hold comes out again."""
import pytest

from headless import has_arithmetic_of_outputs, read, repository_notebooks, vencejo, with_arithmetic_of_outputs

pytestmark = pytest.mark.timeout(1200)


@pytest.mark.parametrize("name", sorted(repository_notebooks()))
def test_a_notebook_is_committed_executed(name):
    book = read(repository_notebooks()[name])
    code = [cell for cell in book.cells if cell.cell_type == "code" and cell.source.strip()]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert any(cell.outputs for cell in code)
    assert not [output for cell in code for output in cell.outputs if output.output_type == "error"]
    assert "run" not in book.metadata.get("vencejo", {})


@pytest.mark.skipif(not has_arithmetic_of_outputs(), reason="the outputs were made with AVX2, which this processor does not have")
@pytest.mark.parametrize("name", sorted(repository_notebooks()))
def test_outputs_come_out_again(name):
    done = vencejo("check", "--outputs", repository_notebooks()[name], env=with_arithmetic_of_outputs())
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
