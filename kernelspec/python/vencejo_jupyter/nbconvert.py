"""Swift notebooks as Swift programs, for nbconvert.

    jupyter nbconvert --to swift notebook.ipynb

nbconvert's own `--to script` joins the cells as they are. This exporter asks `vencejo export` instead, which writes
out what a cell leaves to the session, so that the file compiles against the library.
"""
import pathlib
import shutil
import subprocess
import tempfile

import nbformat
from nbconvert.exporters import Exporter


class SwiftExporter(Exporter):
    """A notebook as one Swift file."""

    export_from_notebook = "Swift program"
    file_extension = ".swift"
    output_mimetype = "text/x-swift"

    def from_notebook_node(self, nb, resources=None, **kw):
        notebook, resources = super().from_notebook_node(nb, resources=resources, **kw)
        program = shutil.which("vencejo")
        if program is None:
            raise FileNotFoundError("'vencejo' is not on the search path; its folder is where 'vencejo doctor' says it is")
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "notebook.ipynb"
            target = pathlib.Path(folder) / "notebook.swift"
            nbformat.write(notebook, source)
            done = subprocess.run(
                [program, "export", source, "--to", "script", "-o", target], capture_output=True, text=True)
            if done.returncode != 0:
                raise RuntimeError(done.stderr.strip())
            return target.read_text(), resources
