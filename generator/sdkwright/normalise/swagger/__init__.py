"""Reads Swagger 2.0: writes a document of it as one of OpenAPI 3.0 that says the same.

| module | what it does |
|---|---|
| `document` | the top: servers, security schemes, paths and what is shared |
| `operations` | operations, their bodies and answers |
| `parameters` | parameters, headers and the fields of forms |
| `schemas` | schemas, and references to all that has moved |
"""

from sdkwright.normalise.swagger.document import converted

__all__ = ["converted"]
