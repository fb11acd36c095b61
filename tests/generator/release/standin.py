"""Indexes that a test writes itself, on loopback; and wheels that are not what they were."""

import contextlib
import hashlib
import html
import threading
import zipfile

from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from sdkwright.release.index import Index


class StandIn:
    """A server that answers by a function of the request, and keeps what was asked."""

    def __init__(self, answer):
        self._answer = answer
        self.asked = []
        self._server = make_server("127.0.0.1", 0, Request.application(self._serve), threaded=True)
        self.url = f"http://127.0.0.1:{self._server.port}"

    def _serve(self, request):
        request.get_data(parse_form_data=True)
        self.asked.append(request)
        return self._answer(request)

    def index(self, login=None):
        return Index(f"{self.url}/", f"{self.url}/simple/", login, package="envoice")

    @property
    def authorizations(self):
        return [request.headers.get("Authorization") for request in self.asked]

    @contextlib.contextmanager
    def running(self):
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            thread.join()
            self._server.server_close()


def serving(answer):
    return StandIn(answer).running()


def page(files, *, digests=True, yanked=(), base="/files"):
    """A page of an index (PEP 503) with files by their names."""
    lines = []
    for name, data in files.items():
        fragment = f"#sha256={hashlib.sha256(data).hexdigest()}" if digests else ""
        mark = ' data-yanked="broken"' if name in yanked else ""
        lines.append(f'<a href="{base}/{html.escape(name)}{fragment}"{mark}>{html.escape(name)}</a>')
    return Response("<!DOCTYPE html><body>" + "\n".join(lines), content_type="text/html")


def listing(files, *, fallback=None, **options):
    """An index that has some files, and answers uploads by keeping them."""

    def answer(request):
        if request.method == "POST":
            sent = request.files["content"]
            if sent.filename in files:
                return Response("it is there", 409)
            files[sent.filename] = sent.read()
            return Response("kept")
        if request.path.startswith("/files/"):
            return Response(files[request.path.removeprefix("/files/")])
        if request.path == "/simple/":
            return page({})
        if not files and fallback:
            return Response("", 303, {"Location": fallback})
        return page(files, **options) if files else Response("no such package", 404)

    return serving(answer)


def rewheeled(wheel, path, changes):
    """A wheel with other members: bytes in place of what a name had, a function of that, or None to leave it out."""
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        members = {name: old.read(name) for name in old.namelist()}
        for name, change in changes.items():
            value = change(members[name]) if callable(change) else change
            members[name] = value
        for name, data in members.items():
            if data is not None:
                new.writestr(name, data)
    return path
