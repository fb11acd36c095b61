"""Makes what is published, proves it, and brings it to a package index; or rehearses that on an index of its own."""

from sdkwright.release.archives import Archives, build
from sdkwright.release.index import Index
from sdkwright.release.publish import publish, try_out
from sdkwright.release.rehearsal import rehearse

__all__ = ["Archives", "Index", "build", "publish", "rehearse", "try_out"]
