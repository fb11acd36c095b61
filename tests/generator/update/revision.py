"""A later document: an operation came and another is gone, and a property came with an enum that has no name."""

import copy

GONE, CAME = "GET /api/client/candelete", "GET /api/tax/usage"


def later(upstream):
    """A later document: an operation came and another is gone, a property came, with an enum that has no name."""
    new = copy.deepcopy(upstream)
    paths = new["paths"]
    paths[CAME.split(" ")[1]] = {
        "get": copy.deepcopy(paths["/api/tax/all"]["get"]) | {"operationId": "TaxApi_Usage", "summary": "Uses."}
    }
    del paths[GONE.split(" ")[1]]
    kind = {"type": "string", "enum": ["Flat", "Rated"]}
    new["components"]["schemas"]["TaxDetailsApiModel"]["properties"]["Kind"] = kind
    return new
