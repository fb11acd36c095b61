"""The tables of `spec/sdk.toml`, a class each."""

import attrs

from sdkwright.config.values import CLASS_NAME, LINE, PACKAGE_NAME, VARIABLE, key


@attrs.frozen(kw_only=True)
class Package:
    """`[package]`: the SDK's names.

    Attributes:
        name: The distribution and the import package.
        client: The class of the synchronous client; the asynchronous one has `Async` before it.
        environment: Begins the names of the environment variables that the package reads.
        title: The API's name in prose.
    """

    name: str = key(PACKAGE_NAME)
    client: str = key(CLASS_NAME)
    environment: str = key(VARIABLE, default=attrs.Factory(lambda self: self.name.upper(), takes_self=True))
    title: str = key(LINE, default=attrs.Factory(lambda self: self.client, takes_self=True))


@attrs.frozen(kw_only=True)
class Configuration:
    """What `spec/sdk.toml` declares.

    Attributes:
        package: The SDK's names.
    """

    package: Package
