# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The resources: one module each, imported when the client's property is first used."""
