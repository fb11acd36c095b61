"""The generator: from an OpenAPI document to the verified `envoice` package.

`sources` fetches the document, `normalise` mends it, `emit` turns it into code, `verify` judges the code and
`pipeline` runs the stages in order and swaps the result into place.
"""
