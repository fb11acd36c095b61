"""From an OpenAPI document to a verified Python SDK.

`sources` fetches the document, `normalise` corrects it, `emit` turns it into code, `verify` judges the code and
`pipeline` runs the stages in order and swaps the result into place.
"""

from sdkwright import carried

carried.install()
