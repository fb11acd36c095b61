"""The commands that are about a change of the document: `name`, `diff`, `drift` and `update`."""
