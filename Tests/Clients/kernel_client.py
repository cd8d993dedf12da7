"""A kernel and a client that talks to it, as tests want them: requests give back all that came of them."""
import queue
import subprocess
import tempfile
import time

from jupyter_client.manager import KernelManager

TIMEOUT = 30


class Answer:
    """The reply to a request and what was published for it, in the order in which it came."""

    def __init__(self, reply, published):
        self.reply = reply
        self.published = published

    @property
    def content(self):
        return self.reply["content"]

    @property
    def kinds(self):
        """Types of the published messages; a status is called by its state."""
        return [m["content"].get("execution_state", m["msg_type"]) for m in self.published]

    def contents(self, kind):
        return [m["content"] for m in self.published if m["msg_type"] == kind]

    def text(self, stream="stdout"):
        return "".join(c["text"] for c in self.contents("stream") if c["name"] == stream)

    @property
    def result(self):
        """The plain text of the cell's value."""
        results = self.contents("execute_result")
        assert len(results) == 1, self.kinds
        return results[0]["data"]["text/plain"]


class KernelClient:
    def __init__(self, manager, client, log=None):
        self.manager = manager
        self.client = client
        # The kernel's standard error: a file, since a pipe that nobody reads would hold it up.
        self.log = log

    @classmethod
    def start(cls, name, **options):
        manager = KernelManager(kernel_name=name, **options)
        log = tempfile.TemporaryFile()
        manager.start_kernel(stdout=subprocess.DEVNULL, stderr=log)
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=TIMEOUT)
        return cls(manager, client, log)

    @classmethod
    def start_with(cls, name, environment):
        """A kernel with environment variables of its own."""
        manager = KernelManager(kernel_name=name)
        log = tempfile.TemporaryFile()
        manager.start_kernel(stdout=subprocess.DEVNULL, stderr=log, env=environment)
        client = manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=TIMEOUT)
        return cls(manager, client, log)

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    @property
    def process(self):
        return self.manager.provisioner.process

    def another_client(self):
        client = self.manager.blocking_client()
        client.start_channels()
        client.wait_for_ready(timeout=TIMEOUT)
        return KernelClient(self.manager, client, self.log)

    def send(self, kind, content=None, channel="shell", **parts):
        """Sends a request; gives its identifier."""
        message = self.client.session.msg(kind, content or {})
        message.update(parts)
        getattr(self.client, f"{channel}_channel").send(message)
        return message["header"]["msg_id"]

    def reply_to(self, identifier, channel="shell", timeout=TIMEOUT):
        get = getattr(self.client, f"get_{channel}_msg")
        end = time.monotonic() + timeout
        while True:
            message = get(timeout=max(0.01, end - time.monotonic()))
            if message["parent_header"].get("msg_id") == identifier:
                return message

    def published_for(self, identifier, timeout=TIMEOUT):
        """What is published for a request, up to and with idle."""
        found = []
        while not found or found[-1]["content"].get("execution_state") != "idle":
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == identifier:
                found.append(message)
        return found

    def wait_for(self, kind, identifier, timeout=TIMEOUT):
        """The first published message of a type for a request."""
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != identifier:
                continue
            if message["content"].get("execution_state", message["msg_type"]) == kind:
                return message

    def ask(self, kind, content=None, channel="shell", timeout=TIMEOUT):
        identifier = self.send(kind, content, channel)
        published = self.published_for(identifier, timeout)
        return Answer(self.reply_to(identifier, channel), published)

    def start_cell(self, code, **options):
        return self.client.execute(code, **options)

    def finish_cell(self, identifier, timeout=TIMEOUT):
        published = self.published_for(identifier, timeout)
        return Answer(self.reply_to(identifier), published)

    def execute(self, code, timeout=TIMEOUT, **options):
        return self.finish_cell(self.start_cell(code, **options), timeout)

    def interrupt(self):
        return self.ask("interrupt_request", channel="control")

    def drain(self):
        for get in (self.client.get_shell_msg, self.client.get_iopub_msg):
            try:
                while True:
                    get(timeout=0.05)
            except queue.Empty:
                pass
