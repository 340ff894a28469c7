"""A Word document turned into a PDF by the LibreOffice that is installed, without disturbing one that is open.

Only documents that this program has just made are handed over: LibreOffice never meets a stranger's file here.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from mundraft.problems import CannotExport, Problem

#: Seconds. The first start of a fresh profile takes about five, on an old laptop with a cold disk perhaps forty.
TIME_LIMIT = 120.0
#: A PDF that screen readers can follow, with the headings as its outline.
_OPTIONS = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
_NAMES = ("soffice", "libreoffice")
#: `soffice.com` waits until the work is done, on every version; `soffice.exe` on most.
_WINDOWS_NAMES = ("soffice.com", "soffice.exe")


def find_office(system: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The program of LibreOffice: in the usual places of the system, then in the folders of PATH.

    The current folder is never looked in, though Windows would: a paper may lie beside something of that name."""
    return next((path for path in _candidates(system, environ) if path.is_file()), None)


def _candidates(system: str, environ: Mapping[str, str]) -> Iterator[Path]:
    names = _WINDOWS_NAMES if system == "win32" else _NAMES
    on_path = environ.get("PATH", "").split(";" if system == "win32" else ":")
    for folder in (*_usual_places(system, environ), *map(Path, on_path)):
        if folder.is_absolute():
            yield from (folder / name for name in names)


def _usual_places(system: str, environ: Mapping[str, str]) -> Iterator[Path]:
    if system == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
            if environ.get(variable):
                yield Path(environ[variable]) / "LibreOffice" / "program"
    elif system == "darwin":
        inside = Path("LibreOffice.app", "Contents", "MacOS")
        yield Path("/Applications") / inside
        if environ.get("HOME"):
            yield Path(environ["HOME"]) / "Applications" / inside
    else:
        yield Path("/usr/lib/libreoffice/program")
        yield from sorted(Path("/opt").glob("libreoffice*/program"), reverse=True)


def docx_to_pdf(data: bytes, office: Path, time_limit: float = TIME_LIMIT) -> bytes:
    """The PDF of a Word document of ours. Raises `CannotExport` where LibreOffice fails or takes too long."""
    with TemporaryDirectory(prefix="mundraft-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "paper.docx").write_bytes(data)
        _run(_command(office, folder), folder, time_limit)
        try:
            pdf = (folder / "out" / "paper.pdf").read_bytes()
        except OSError:
            pdf = b""
    if not pdf.startswith(b"%PDF"):
        raise _failed("it wrote no file")
    return pdf


def _command(office: Path, folder: Path) -> list[str]:
    """A profile of its own: with the usual one, a LibreOffice that is open would take the work over, or refuse it."""
    return [
        str(office),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}",
        "--outdir",
        str(folder / "out"),
        str(folder / "paper.docx"),
    ]


def _run(command: list[str], folder: Path, time_limit: float) -> None:
    try:
        # A group of its own, so that everything that it starts can be ended with it.
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise _failed(error.strerror or "it could not be started") from error
    try:
        process.wait(time_limit)
    except subprocess.TimeoutExpired:
        raise _failed(f"it was not done after {time_limit:.0f} seconds") from None
    finally:
        end_tree(process)


def end_tree(process: subprocess.Popen[bytes], system: str = sys.platform) -> None:
    """End a process that we started, and everything that it started."""
    if system == "win32":
        if process.poll() is None:
            subprocess.run(
                [_taskkill(), "/F", "/T", "/PID", str(process.pid)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
    else:
        # Where everything of it has ended by itself, there is nobody left to end.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _taskkill() -> str:
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe")


def _failed(why: str) -> CannotExport:
    return CannotExport(
        Problem(
            "export-pdf-failed",
            f"LibreOffice could not make the PDF: {why}.",
            "Export the Word document, open it, and save it as PDF there; or install the other way: "
            "pip install 'mundraft[pdf]'",
        )
    )
