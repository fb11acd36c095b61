"""The core of every call: what a client shares, one call's state, the clients' bases, and credentials' refreshing."""
