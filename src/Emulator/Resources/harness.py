"""Runs one code interpreter call: limits first, then the code, its output as JSON lines."""
import ast
import io
import json
import linecache
import os
import signal
import sys
import traceback
import types

CODE, EVENTS, IMAGES, LIBRARY, MEMORY, SECONDS = sys.argv[1:7]
CELL = "<cell>"
LARGEST_FILE = 512 * 1024 * 1024


def limit(memory, seconds):
    try:
        import resource
    except ImportError:  # not POSIX: the caller's clock is the only limit
        return
    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, value in wanted:
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):
            pass


def refuse_network(event, _arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise PermissionError("The code interpreter has no network access.")


class Journal:
    """Writes and flushes every event at once, so that a killed run keeps what it printed."""

    def __init__(self, path):
        self._file = open(path, "w", encoding="utf-8")
        self._images = 0

    def write(self, kind, text):
        self._file.write(json.dumps({"kind": kind, "text": text}) + "\n")
        self._file.flush()

    def image(self, data):
        self._images += 1
        path = os.path.join(IMAGES, f"display-{os.getpid()}-{self._images}.png")
        with open(path, "wb") as file:
            file.write(data)
        self.write("image", path)


class Stream(io.TextIOBase):
    encoding = "utf-8"

    def __init__(self, journal):
        self._journal = journal

    def writable(self):
        return True

    def write(self, text):
        if text:
            self._journal.write("stream", text)
        return len(text)


class Image:
    """The part of IPython.display.Image that matters here: PNG from bytes or a file."""

    def __init__(self, data=None, filename=None, **_ignored):
        if isinstance(data, str) and filename is None:
            data, filename = None, data
        if data is None:
            with open(filename, "rb") as file:
                data = file.read()
        self.data = bytes(data)

    def _repr_png_(self):
        return self.data


def display_with(journal):
    def png_of(value):
        if hasattr(value, "_repr_png_"):
            return value._repr_png_()
        if hasattr(value, "savefig"):
            buffer = io.BytesIO()
            value.savefig(buffer, format="png", bbox_inches="tight")
            return buffer.getvalue()
        return None

    def display(*values, **_ignored):
        for value in values:
            data = png_of(value)
            if data is None:
                journal.write("stream", repr(value) + "\n")
            else:
                journal.image(data)

    def result(value):
        if value is None:
            return
        data = png_of(value)
        if data is None:
            journal.write("result", repr(value))
        else:
            journal.image(data)

    return display, result


def install_display(display):
    module = types.ModuleType("IPython.display")
    module.Image = Image
    module.display = display
    package = types.ModuleType("IPython")
    package.display = module
    sys.modules["IPython"] = package
    sys.modules["IPython.display"] = module


def show_figures():
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.show()


def run(source, names, result):
    tree = ast.parse(source, CELL)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, CELL, "exec"), names)
    if last is not None:
        result(eval(compile(ast.Expression(last.value), CELL, "eval"), names))
    show_figures()


def report(journal, failure):
    frames = failure.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename == __file__:
        frames = frames.tb_next
    text = "".join(traceback.format_exception(type(failure), failure, frames))
    journal.write("error", text)


def main():
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    with open(CODE, encoding="utf-8") as file:
        source = file.read()
    journal = Journal(EVENTS)
    sys.path.insert(0, LIBRARY)
    display, result = display_with(journal)
    install_display(display)
    sys.modules["agents_display"] = types.ModuleType("agents_display")
    sys.modules["agents_display"].image = journal.image
    sys.stdout = sys.stderr = Stream(journal)
    # Whatever the code leaves running must not hold the caller's pipes open.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    linecache.cache[CELL] = (len(source), None, source.splitlines(True), CELL)
    limit(int(MEMORY), int(SECONDS))
    sys.addaudithook(refuse_network)
    names = {"__name__": "__main__", "__builtins__": __builtins__, "display": display}
    try:
        run(source, names, result)
    except BaseException as failure:  # SystemExit too: the cell is over, the journal is not
        report(journal, failure)
    journal.write("end", "")
    if hasattr(os, "killpg"):
        # Takes along what the code has left running; this process has nothing more to say.
        os.killpg(os.getpgrp(), signal.SIGKILL)


main()
