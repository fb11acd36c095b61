"""Makes what is published, proves it, and brings it to a package index; or rehearses that on an index of its own."""

from generator.release.archives import Archives, build
from generator.release.index import Index
from generator.release.publish import publish, try_out
from generator.release.rehearsal import rehearse

__all__ = ["Archives", "Index", "build", "publish", "rehearse", "try_out"]
