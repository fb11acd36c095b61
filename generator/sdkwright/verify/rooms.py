"""Judges that the rooms which a package carries, and the overrides that lie in them, fit each other."""

from typing import Final

from sdkwright.errors import GeneratorError
from sdkwright.project import MARK, Project
from sdkwright.rooms import DOCUMENT, room_of

_WEBHOOKS: Final = "hooks/webhooks.py"
_SECURITY: Final = "hooks/security.py"


def refuse_misplaced(project: Project) -> None:
    """Refuse overrides in a room that the package does without, and webhooks that nothing can verify.

    Args:
        project: The checkout.

    Raises:
        GeneratorError: An override would never be imported, or `[webhooks]` or `[[security]]` asks for a hook that
            there is not.
    """
    overrides = project.override_files()
    for name, path in overrides.items():
        room = room_of(name, project.absent_rooms)
        if room is not None:
            way_out = f"set {room.switch} in {MARK}" if room.switch != DOCUMENT else "give it another name"
            raise GeneratorError(
                f"{project.show(path)} lies in a room that the package does without; {way_out}, or generate without "
                f"the override: --without {name}."
            )
    for table in project.configuration.security:
        if table.style == "hook" and _SECURITY not in overrides:
            raise GeneratorError(
                f'{MARK}: [[security]] scheme {table.scheme!r} has the style "hook", and there is no '
                f"overrides/{project.name}/{_SECURITY}; write that module, or take the style out."
            )
    match project.configuration.webhooks.style:
        case "hook" if _WEBHOOKS not in overrides:
            raise GeneratorError(
                f'{MARK}: [webhooks] style is "hook", and there is no overrides/{project.name}/{_WEBHOOKS}; write that '
                'module, or set the style to "none".'
            )
        case "standard-webhooks":
            raise GeneratorError(
                f'{MARK}: [webhooks] style "standard-webhooks" cannot be generated yet; set "hook" or "none".'
            )
        case _:
            return
