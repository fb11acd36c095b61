"""A service on loopback that lists invoices by the page, slowly if need be, and may change or fail meanwhile."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Listing:
    """Lists `ids`; `delay` seconds a page; `fail_at` is a page that answers 500; `pages` is what was asked for.

    `growth` says how many are added at the head after each of the first pages.
    """

    def __init__(self, count=1000):
        self.ids = list(range(1, count + 1))
        self.delay = 0.0
        self.fail_at = None
        self.growth = []
        self.pages = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.answer(self)

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def answer(self, request):
        query = parse_qs(urlsplit(request.path).query)
        page = int(query.get("queryOptions.page", ["1"])[0])
        size = int(query.get("queryOptions.pageSize", ["10"])[0])
        self.pages.append(page)
        time.sleep(self.delay)
        ids = self.ids[(page - 1) * size : page * size]
        total = len(self.ids)
        if self.growth:
            self.ids = [10_000 + total + place for place in range(self.growth.pop(0))] + self.ids
        rows = [
            {
                "Id": id,
                "Number": f"INV-{id}",
                "TotalAmount": id + 0.5,
                "Status": "Paid",
                "IssuedOn": "2026-01-31T11:30:00+01:00",
                "Client": {"Name": "=Jane"},
            }
            for id in ids
        ]
        # 0.10 as a float is 0.1, and amounts must keep their digits.
        body = json.dumps({"TotalCount": total, "Result": rows}).replace('.5, "Status"', '.50, "Status"').encode()
        request.send_response(500 if page == self.fail_at else 200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()
