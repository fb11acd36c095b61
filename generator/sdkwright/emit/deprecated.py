"""The names that are kept for a while, as the package needs to know them."""

from sdkwright.ir import Api, Deprecation


def deprecated_fields(api: Api) -> dict[str, dict[str, tuple[str, str, bool]]]:
    """By model and field: the warning, what replaces it if anything does, and if one must be given."""
    found: dict[str, dict[str, tuple[str, str, bool]]] = {}
    for model in api.models.values():
        for field in model.fields:
            if field.deprecation is None:
                continue
            replacement = model.field(field.alias_of).name if field.alias_of is not None else ""
            use = f"{model.name}.{replacement}" if replacement else ""
            text = notice(f"{model.name}.{field.name}", field.deprecation, use)
            found.setdefault(model.name, {})[field.name] = (text, replacement, bool(replacement) and field.was_required)
    return found


def notice(name: str, deprecation: Deprecation | None, use: str = "") -> str:
    """The warning that a user of a deprecated name gets.

    Args:
        name: The deprecated name.
        deprecation: How long it is kept; None where the vendor alone calls it deprecated.
        use: What to use in its place, where `deprecation` does not say it.
    """
    if deprecation is None:
        return f"{name} is deprecated in the vendor's document."
    instead = use or deprecation.use
    return f"{name} is deprecated and goes in {deprecation.until}" + (f"; use {instead}." if instead else ".")
