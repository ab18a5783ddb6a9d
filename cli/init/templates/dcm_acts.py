"""The driver hook of a bank: dcm verify asks it to act. Made by dcm init for Python 3.8 or newer; needs no packages.

Fill in one act after the other; an act that is not built answers 501, and what needs it is not verified.
docs/acts.md of dcm-conformance says for each act which requests DCM must see. Acts move money: this hook belongs
in a test installation only, in the process of your bank or beside it.

    ACTS_TOKEN=... python3 dcm_acts.py
"""
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = os.environ.get("HOST", "127.0.0.1")
PORT = int(os.environ.get("PORT", "__PORT__"))
ACTS_TOKEN = os.environ.get("ACTS_TOKEN", "")


class NotBuilt(Exception):
    pass


ACTS = {}


def act(name):
    def register(function):
        ACTS[name] = function
        return function

    return register


# An act is given its input and `dcm`: base_url, counterparty_guid, asset_code, asset_issuer, scheme, employee.
# It returns its output, or raises an exception that says why DCM refused or the bank could not do it.


# each act
# __DUTY__
# Input: __INPUT__
# Output: __OUTPUT__
@act("__ACT-NAME__")
def __FUNCTION__(input, dcm):
    raise NotBuilt


# end of acts
def perform(order):
    name = order["act"]
    if name not in ACTS:
        return 501, {"error": f"unknown act {name}"}
    try:
        return 200, {"ok": True, "output": ACTS[name](order.get("input") or {}, order.get("dcm")) or {}}
    except NotBuilt:
        return 501, {"error": f"act {name} is not built yet"}
    except Exception as error:
        return 200, {"ok": False, "error": str(error) or type(error).__name__}


# If an id comes again, the bank gives the first response again and does not act twice.
answered = {}
lock = threading.Lock()


def once(order):
    with lock:
        first = order["id"] not in answered
        kept = answered.setdefault(order["id"], {"done": threading.Event()})
    if first:
        kept["answer"] = perform(order)
        kept["done"].set()
    kept["done"].wait()
    return kept["answer"]


class Hook(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def respond(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        status, answer = self.answer(body)
        text = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = respond

    def answer(self, body):
        if self.command != "POST" or self.path != "__PATH__":
            return 501, {"error": f"not built yet: {self.command} {self.path}"}
        if self.headers.get("authorization") != f"Bearer {ACTS_TOKEN}":
            return 401, {"error": "wrong token: see ACTS_TOKEN"}
        try:
            order = json.loads(body)
        except ValueError:
            order = None
        if not isinstance(order, dict) or not all(isinstance(order.get(name), str) for name in ("act", "id")):
            return 400, {"error": "expected a JSON object with act and id"}
        return once(order)

    def log_message(self, *args):
        pass


if __name__ == "__main__":
    if not ACTS_TOKEN:
        print("ACTS_TOKEN is not set: it must be the driver.token of bank.yaml", file=sys.stderr)
        sys.exit(2)
    try:
        server = ThreadingHTTPServer((HOST, PORT), Hook)
    except OSError as error:
        print(f"cannot listen at {HOST}:{PORT}: {error}; another PORT can be set in the environment", file=sys.stderr)
        sys.exit(1)
    print(f"acts hook at http://{HOST}:{server.server_port}__PATH__", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
