"""The documentation besides the pages of the resources: what is made of code, and what the site is built from."""

from sdkwright.site.built import finish
from sdkwright.site.made import check, made, write
from sdkwright.site.staging import follow, stage

__all__ = ["check", "finish", "follow", "made", "stage", "write"]
