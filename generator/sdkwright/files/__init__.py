"""Documents in several files: which files they refer to, and how one document is made of them.

| module | what it does |
|---|---|
| `addresses` | where a reference leads, and which places are never asked |
| `folder` | reads files below a folder, and nothing else |
| `bundle` | makes one document of the files that refer to each other |
"""

from sdkwright.files.addresses import NotReadError
from sdkwright.files.bundle import Bundled, Read, bundled
from sdkwright.files.folder import Folder

__all__ = ["Bundled", "Folder", "NotReadError", "Read", "bundled"]
