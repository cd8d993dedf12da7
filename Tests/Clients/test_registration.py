"""A launcher that lets the kernel choose its ports (Jupyter enhancement proposal 66)."""
import hashlib
import hmac
import json
import os
import pathlib
import signal
import stat
import subprocess
import time

import pytest
import zmq
from jupyter_client import BlockingKernelClient

from conftest import EXECUTABLE

DELIMITER = b"<IDS|MSG>"
KEY = b"a0436f6c-1916-498b-8eb9-e81ab9368e84"
CHANNELS = ["shell", "control", "stdin", "iopub", "hb"]


class Launcher:
    """Waits at its registration socket for the kernels that it starts."""

    def __init__(self, folder, **changes):
        self.context = zmq.Context()
        self.socket = self.context.socket(zmq.ROUTER)
        self.socket.linger = 0
        self.port = self.socket.bind_to_random_port("tcp://127.0.0.1")
        self.path = folder / "registration.json"
        self.info = {"transport": "tcp", "ip": "127.0.0.1", "registration_port": self.port,
                     "signature_scheme": "hmac-sha256", "key": KEY.decode(), **changes}
        self.hash = self.info["signature_scheme"].removeprefix("hmac-")
        self.path.write_text(json.dumps(self.info))
        self.processes, self.clients = [], []

    def start(self):
        process = subprocess.Popen(
            [EXECUTABLE, "kernel", self.path, "--history", "off"], stderr=subprocess.PIPE, text=True)
        self.processes.append(process)
        return process

    def sign(self, *parts, key=KEY):
        return hmac.new(key, b"".join(parts), getattr(hashlib, self.hash)).hexdigest().encode()

    def receive(self):
        """The sender and the announced content of the next kernel, whose signature is checked."""
        assert self.socket.poll(30_000), "no kernel registered"
        sender, delimiter, signature, content = self.socket.recv_multipart()
        assert delimiter == DELIMITER
        assert signature == self.sign(content)
        return sender, json.loads(content)

    def acknowledge(self, sender, text=b"ACK", key=KEY):
        self.socket.send_multipart([sender, DELIMITER, self.sign(text, key=key), text])

    def connect(self, content):
        """A client at the ports that a kernel announced."""
        client = BlockingKernelClient()
        self.clients.append(client)
        ports = {f"{channel}_port": int(content[f"{channel}_port"]) for channel in CHANNELS}
        client.load_connection_info({**self.info, **ports})
        client.start_channels()
        client.wait_for_ready(timeout=30)
        return client

    def close(self):
        for process in self.processes:
            process.terminate()
            process.wait(timeout=20)
            process.stderr.close()
        for client in self.clients:
            client.stop_channels()
            client.context.destroy(linger=0)
        self.socket.close()
        self.context.term()


@pytest.fixture
def launch(tmp_path):
    launchers = []

    def make(**changes):
        folder = tmp_path / str(len(launchers))
        folder.mkdir()
        launchers.append(Launcher(folder, **changes))
        return launchers[-1]
    yield make
    for launcher in launchers:
        launcher.close()


def result_of(client, code):
    results = []
    client.execute_interactive(code, timeout=30, allow_stdin=False, output_hook=lambda message: (
        results.append(message["content"]["data"]["text/plain"])
        if message["msg_type"] == "execute_result" else None))
    return results


def shut_down(client, process):
    client.shutdown()
    assert process.wait(timeout=20) == 0


def own_file(process):
    folder = pathlib.Path(os.environ["JUPYTER_RUNTIME_DIR"])
    return folder / f"kernel-vencejo-{process.pid}.json"


def test_the_kernel_announces_ports_at_which_it_runs_cells(launch):
    launcher = launch()
    process = launcher.start()
    sender, content = launcher.receive()
    assert sorted(content) == sorted(f"{channel}_port" for channel in CHANNELS)
    assert all(type(port) is int for port in content.values())
    assert len(set(content.values()) | {launcher.port}) == 6
    launcher.acknowledge(sender)
    client = launcher.connect(content)
    assert result_of(client, "1 + 1") == ["2"]
    assert client.hb_channel.is_alive()
    connected = client.session.msg("connect_request")
    client.shell_channel.send(connected)
    while True:
        reply = client.get_shell_msg(timeout=30)
        if reply["parent_header"]["msg_id"] == connected["header"]["msg_id"]:
            break
    assert {**content, "status": "ok"}.items() <= {**reply["content"], "status": "ok"}.items()
    shut_down(client, process)


def test_a_launcher_that_writes_strings_is_told_strings_and_the_kernels_name(launch):
    launcher = launch(kernel_id="k-17", signature_scheme="hmac-sha512")
    launcher.info["registration_port"] = str(launcher.port)
    launcher.info["registration_ip"] = "127.0.0.1"
    launcher.path.write_text(json.dumps(launcher.info))
    process = launcher.start()
    sender, content = launcher.receive()
    assert content.pop("kernel_id") == "k-17"
    assert all(port == str(int(port)) for port in content.values())
    launcher.acknowledge(sender, json.dumps({"status": "ok"}).encode())
    client = launcher.connect(content)
    assert result_of(client, "6 * 7") == ["42"]
    shut_down(client, process)


def test_many_kernels_at_one_registration_socket_have_ports_of_their_own(launch):
    launcher = launch()
    processes = [launcher.start() for _ in range(3)]
    ports = []
    for _ in processes:
        sender, content = launcher.receive()
        launcher.acknowledge(sender)
        ports += content.values()
    assert len(set(ports)) == 15
    assert [process.poll() for process in processes] == [None] * 3


def test_a_socket_that_opens_later_is_waited_for(launch):
    launcher = launch()
    launcher.socket.unbind(f"tcp://127.0.0.1:{launcher.port}")
    process = launcher.start()
    time.sleep(1)
    assert process.poll() is None
    launcher.socket.bind(f"tcp://127.0.0.1:{launcher.port}")
    sender, content = launcher.receive()
    launcher.acknowledge(sender)
    shut_down(launcher.connect(content), process)


def test_other_clients_find_the_kernel_by_the_file_that_it_writes(launch):
    launcher = launch()
    process = launcher.start()
    sender, content = launcher.receive()
    path = own_file(process)
    assert not path.exists()
    launcher.acknowledge(sender)
    client = launcher.connect(content)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    other = BlockingKernelClient(connection_file=str(path))
    launcher.clients.append(other)
    other.load_connection_file()
    other.start_channels()
    other.wait_for_ready(timeout=30)
    assert result_of(other, "2 + 3") == ["5"]
    shut_down(client, process)
    assert not path.exists()


def test_channels_are_encrypted_where_the_file_has_keys(launch):
    public, secret = zmq.curve_keypair()
    launcher = launch(curve_publickey=public.decode(), curve_secretkey=secret.decode())
    process = launcher.start()
    sender, content = launcher.receive()
    launcher.acknowledge(sender)
    client = launcher.connect(content)
    assert result_of(client, "1 + 1") == ["2"]
    # Who does not know the key gets nothing.
    plain = launcher.context.socket(zmq.DEALER)
    plain.linger = 0
    plain.connect(f"tcp://127.0.0.1:{content['shell_port']}")
    parts = [b'{"msg_id": "p", "msg_type": "kernel_info_request"}', b"{}", b"{}", b"{}"]
    plain.send_multipart([DELIMITER, launcher.sign(*parts), *parts])
    assert not plain.poll(500)
    plain.close()
    shut_down(client, process)


def test_ipc_sockets_take_numbers_that_are_free(launch, tmp_path):
    prefix = tmp_path / "kernel"
    launcher = launch(transport="ipc", ip=str(prefix), registration_port=2)
    launcher.socket.bind(f"ipc://{prefix}-2")
    process = launcher.start()
    sender, content = launcher.receive()
    assert sorted(content.values()) == [1, 3, 4, 5, 6]
    launcher.acknowledge(sender)
    client = launcher.connect(content)
    assert result_of(client, "1 + 1") == ["2"]
    shut_down(client, process)
    assert [path.name for path in tmp_path.glob("kernel-*")] == ["kernel-2"]


def test_a_launcher_that_is_silent_or_away_ends_the_kernel_with_a_clear_message(launch, tmp_path):
    silent, away = launch(), launch()
    away.socket.close()
    start = time.monotonic()
    processes = [launcher.start() for launcher in (silent, away)]
    silent.receive()
    for launcher, process in zip((silent, away), processes):
        said = process.communicate(timeout=40)[1]
        assert process.returncode != 0
        assert f"registration socket tcp://127.0.0.1:{launcher.port} did not answer within" in said
        assert KEY.decode() not in said
        assert not own_file(process).exists()
    assert time.monotonic() - start > 5


def test_an_answer_signed_with_another_key_ends_the_kernel(launch):
    launcher = launch()
    process = launcher.start()
    sender, _ = launcher.receive()
    launcher.acknowledge(sender, key=b"another")
    said = process.communicate(timeout=20)[1]
    assert process.returncode != 0
    assert "its signature does not fit the connection file's key" in said


def test_a_kernel_that_waits_for_its_launcher_can_be_ended(launch):
    launcher = launch()
    process = launcher.start()
    launcher.receive()
    start = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=9) != 0
    assert time.monotonic() - start < 5
    assert "asked to end" in process.communicate()[1]


@pytest.mark.parametrize("changes,said", [
    ({"registration_port": 70_000}, "'registration_port' in the connection file"),
    ({"registration_port": "near"}, "should be a port from 1 to 65535"),
    ({"registration_ip": 7}, "'registration_ip' in the connection file"),
    ({"registration_ip": "no such host"}, "cannot connect to tcp://no such host:"),
    ({"kernel_id": []}, "'kernel_id' in the connection file"),
    ({"shell_port": "x"}, "'shell_port' in the connection file"),
], ids=["large", "word", "address", "host", "name", "shell"])
def test_wrong_values_are_named(launch, changes, said):
    process = launch(**changes).start()
    assert said in process.communicate(timeout=20)[1]
    assert process.returncode != 0


def test_the_kernelspec_says_that_the_kernel_can_register():
    from jupyter_client.kernelspec import get_kernel_spec

    version = get_kernel_spec("vencejo").kernel_protocol_version
    assert tuple(map(int, version.split("."))) >= (5, 5)
