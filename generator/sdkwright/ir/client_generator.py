"""Has openapi-python-client read a document, for its model of the document and for its environment."""

from collections.abc import Mapping
from typing import Any

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError


def parse(document: Mapping[str, Any], *, source: str) -> tuple[GeneratorData | GeneratorError, Config]:
    """What openapi-python-client reads in a document, or why it cannot read it, and the settings that it did so with.

    Args:
        document: The document.
        source: What its errors call the document.
    """
    config = Config.from_sources(
        ConfigFile(post_hooks=[]),
        MetaType.NONE,
        document_source=source,
        file_encoding="utf-8",
        overwrite=False,
        output_path=None,
    )
    return GeneratorData.from_dict(dict(document), config=config), config
