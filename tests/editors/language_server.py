"""A small client of yaml-language-server, the program behind YAML in VS Code and most other editors."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

_DIAGNOSTICS = "textDocument/publishDiagnostics"


class LanguageServer:
    """One server, spoken to over its standard input and output; to be closed."""

    def __init__(self, program: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._last = 0
        self._opened = 0
        capabilities = {
            "textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {}}},
            "workspace": {"configuration": False},
        }
        self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities, "workspaceFolders": None},
        )
        self._tell("initialized", {})
        # Nothing is fetched: the store is a list of schemas on the network.
        settings = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": settings}})

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a text as a file of this path; what the editor marks in it."""
        path.write_text(text, encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._received()
            if message.get("method") == _DIAGNOSTICS and message["params"]["uri"] == path.as_uri():
                found: list[dict[str, Any]] = message["params"]["diagnostics"]
                return found

    def completions(self, path: Path, line: int, character: int) -> list[str]:
        """What is offered at a place, counted from 0."""
        answer = self.ask("textDocument/completion", _at(path, line, character))
        return [item["label"] for item in answer["items"]]

    def hover(self, path: Path, line: int, character: int) -> str:
        """What is said of the word at a place, counted from 0."""
        answer = self.ask("textDocument/hover", _at(path, line, character))
        return answer["contents"]["value"] if answer else ""

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """A request, and its answer."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._received()
            if message.get("id") == self._last and "method" not in message:
                return message.get("result")

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _received(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered with nothing."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        if not length:
            raise EOFError("yaml-language-server ended")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})
        return message


def _at(path: Path, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}
