"""The surface that callers of a former SDK rely on, laid over the package's own: one client, its resources and types.

Nothing else of the package knows of it. Each call becomes one of the package's own request core.
"""
