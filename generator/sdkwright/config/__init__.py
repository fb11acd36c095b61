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
    Mcp,
    Naming,
    Normalisation,
    Package,
    Prompt,
    Security,
    Telemetry,
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
    "Mcp",
    "Naming",
    "Normalisation",
    "Package",
    "Pagination",
    "Prompt",
    "Security",
    "Telemetry",
    "Testing",
    "Webhooks",
    "read",
]
