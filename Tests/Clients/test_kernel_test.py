"""Jupyter's own test suite for kernels, every test of it."""
import jupyter_kernel_test

from conftest import KERNEL_NAME


class VencejoKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL_NAME
    language_name = "swift"
    file_extension = ".swift"

    code_hello_world = 'print("hello, world")'
    code_stderr = 'fputs("oops\\n", stderr)'
    completion_samples = [{"text": "pri"}, {"text": "Tensor.zer"}]
    complete_code_samples = ["1 + 1", 'print("hello, world")', "func f() -> Int { 1 }"]
    incomplete_code_samples = ["func f() {", "print(", "for i in 0..<3 {\n"]
    invalid_code_samples = ['print("', "let let = 1"]
    code_page_something = "?print"
    code_generate_error = 'let x: Int = "a"'
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": "6 * 7", "result": "42"},
    ]
    code_display_data = [
        {"code": "plt.plot([1, 2, 3])\nplt.show()", "mime": "image/svg+xml"},
        {"code": "plt.plot([1, 2, 3])\nplt.show()", "mime": "text/plain"},
    ]
    code_history_pattern = "1 + ?"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "print"
    code_clear_output = "clearOutput()"


class VencejoIopubWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL_NAME
    support_iopub_welcome = True
