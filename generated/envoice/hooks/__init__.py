"""What a table cannot say of an API: a protocol and a default for each hook. A project may write one of its own.

No part of the public API: only the package itself uses what stands here.
"""
