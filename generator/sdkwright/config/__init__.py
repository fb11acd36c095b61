"""What `spec/sdk.toml` declares about an SDK, read into frozen classes."""

from sdkwright.config.pagination import Pagination
from sdkwright.config.reading import read
from sdkwright.config.tables import (
    CommandLine,
    Compatibility,
    Configuration,
    Dialect,
    Errors,
    Fault,
    Naming,
    Normalisation,
    Package,
    Security,
    Testing,
    Webhooks,
)

__all__ = [
    "CommandLine",
    "Compatibility",
    "Configuration",
    "Dialect",
    "Errors",
    "Fault",
    "Naming",
    "Normalisation",
    "Package",
    "Pagination",
    "Security",
    "Testing",
    "Webhooks",
    "read",
]
