"""The first answers of each kind, read by many threads at once, in a process that has read none before."""

import subprocess
import sys

from sdkwright.project import Project

SCRIPT = """
import sys
import threading

sys.path.insert(0, {root!r})
from tests import layers

layers.install()
from envoice import models
from envoice._json import codec as _codec

# As often as can be, which a busy machine does by itself now and then.
sys.setswitchinterval(1e-6)
BODY = b'{{"Id": 1, "Client": {{"Id": 2}}, "Items": [{{"Id": 3, "Cost": 1.5}}], "Result": [{{"Id": 4}}]}}'
KINDS = [kind for kind in vars(models).values() if isinstance(kind, type) and kind.__name__.endswith("Page")] * 3
KINDS += [models.Invoice, models.Estimation, models.Order, models.Product, models.Client] * 3
together, read = threading.Barrier(len(KINDS)), []


def first(kind):
    together.wait()
    read.append(_codec.decode(BODY, kind))


threads = [threading.Thread(target=first, args=(kind,)) for kind in KINDS]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(read) == len(KINDS))
"""


def test_many_threads_may_read_the_first_answers_at_once():
    """Where types refer to one another, msgspec must not be asked for two decoders at a time: it crashes."""
    root = Project.find(__file__).root
    script = SCRIPT.format(root=str(root))
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=root / "generated", capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")
