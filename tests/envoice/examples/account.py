"""An account on loopback that remembers: invoices are listed by the page, created, sent and read."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Account:
    """`invoices` by id as the service has them; `sent` are the mails; `lose` creations are done and not answered."""

    def __init__(self, invoices=()):
        self.invoices = {invoice["Id"]: invoice for invoice in invoices}
        self.sent = []
        self.lose = 0
        self.delay = 0.0
        self.refuse_mail = []
        self.most_at_once = self._now = 0
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.serve(self, b"")

            def do_POST(self):
                outer.serve(self, self.rfile.read(int(self.headers["Content-Length"])))

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def serve(self, request, body):
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        time.sleep(self.delay)
        url = urlsplit(request.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        answer = getattr(self, url.path.rpartition("/")[2])(query, json.loads(body) if body else None)
        with self._lock:
            self._now -= 1
        if answer is None:
            request.close_connection = True
            return
        status, value = answer
        content = json.dumps(value).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    def all(self, query, body):
        page, size = int(query.get("queryOptions.page", 1)), int(query.get("queryOptions.pageSize", 10))
        rows = list(self.invoices.values())
        return 200, {"TotalCount": len(rows), "Result": rows[(page - 1) * size : page * size]}

    def details(self, query, body):
        found = self.invoices.get(int(query["id"]))
        return (200, found) if found else (404, {"Message": "No such invoice."})

    def new(self, query, body):
        total = sum(item["Cost"] * item["Quantity"] for item in body["Items"])
        items = [item | {"Id": number} for number, item in enumerate(body.get("Items", ()), 1)]
        invoice = body | {"Items": items, "Id": len(self.invoices) + 1, "TotalAmount": round(total, 2)}
        self.invoices[invoice["Id"]] = invoice
        if self.lose:
            self.lose -= 1
            return None
        return 200, invoice

    def sendtoclient(self, query, body):
        if self.refuse_mail:
            return self.refuse_mail.pop(), {"Message": "Later."}
        self.sent.append(body)
        return 200, body["InvoiceId"]

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()
