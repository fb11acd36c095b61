"""The resources: one module each, imported when the client's property is first used."""
