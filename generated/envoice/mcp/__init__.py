"""A server of the Model Context Protocol: what the package can do, as tools for agents. Its command starts it."""
