"""The words of addresses and operationIds that say what is done, or nothing at all."""

from typing import Final

from sdkwright.normalise.naming.plurals import is_many
from sdkwright.normalise.naming.words import safe_snake

_VERBS: Final = """
    abort accept acknowledge acquire activate add adjust advance allocate allow analyze answer append apply approve
    archive assign associate attach authenticate authorize ban batch begin bind block boost broadcast build bulk buy
    calculate call cancel capture cast change check claim classify clean clear clone close collect combine commit
    compare compile complete compute confirm connect consume convert copy count create deactivate decline decode
    decrypt delete deliver deny deploy deprovision deregister describe destroy detach detect dial disable disassociate
    discard disconnect dismiss dispatch do download drop duplicate echo edit enable encode encrypt end enqueue enroll
    estimate evaluate exchange execute expire export extend extract fail fetch finalize find finish flag flush follow
    forget forward freeze generate get give grant has hide identify import increment index initialize initiate insert
    inspect install invalidate invite invoke is issue join kick kill launch leave like link list load lock login logout
    lookup make mark match merge migrate modify move mute notify open order park parse partial patch pause pay perform
    ping pin place play poll populate post predict preview print process promote provision publish pull purge push put
    query quote rank read reactivate reboot rebuild recalculate receive recognize recommend recover redeem redirect
    redo refresh refund register reject release reload remove rename render renew reopen reorder replace reply report
    reprocess request resend reserve reset resize resolve restart restore resume resubmit retrieve retry return reveal
    revert review revoke rollback rotate run save scan schedule score search select send set share show shutdown sign
    signal skip snooze sort split star start stop store stream submit subscribe suggest summarize suspend swap switch
    sync synchronize tag terminate test toggle track train transfer transform transition translate trigger
    unarchive unassign unban unblock unfollow unfreeze uninstall unlike unlink unlock unmute unpause unpin unpublish
    unregister unstar unsubscribe unsuspend update upgrade upload upsert use validate verify view void vote watch
    withdraw write
"""
VERBS: Final = frozenset(_VERBS.split())
"""What is done, as the first word of an operationId says it."""

_NOUNS_TOO: Final = """
    answer batch block bulk call cast change check claim commit copy count document drop end exchange export flag
    import index invite issue like link list lock login logout match order park partial patch pin place play post print
    process push quote rank release reply report request reserve return review run scan schedule score share show sign
    signal sort split star start store stream switch sync tag test track train transfer transition trigger use view
    void vote watch
"""
NOUNS_TOO: Final = frozenset(_NOUNS_TOO.split()) - {"export", "list", "count", "check"}
"""The verbs that are nouns as well, at the end of an address that is read."""

_AT_END: Final = """
    clean convert decode delete download encode encrypt decrypt generate lookup merge parse remove render resize search
    send summarize translate update upload validate verify
"""
TRAILING: Final = frozenset(_AT_END.split())
"""The verbs that are verbs at the end of a phrase too, as in `image_resize`."""

PREPOSITIONS: Final = frozenset({"by", "for", "from", "in", "of", "on", "to", "with"})
"""What joins a noun to what stands before it."""

_REMOVING: Final = """
    abort archive batch bulk cancel clear close delete destroy detach disable discard disconnect dismiss drop end flush
    kick leave purge reject remove reset revoke stop terminate withdraw
"""
REMOVING: Final = frozenset(_REMOVING.split())
"""What a DELETE can do besides verbs such as `unfollow`: `build_cache` is a noun there."""

ONE_OF_MANY: Final = frozenset({"details", "preferences", "settings", "statistics", "stats"})
"""What is one thing though its name is a plural."""

READ_ALONE: Final = ONE_OF_MANY - {"preferences", "settings"} | {"history", "info", "status"}
"""What nobody makes: a POST to it asks for it."""

EXISTING: Final = frozenset({"me", "myself", "self"})
"""What is there before anybody asks: a POST to it changes it."""

READS: Final = frozenset({"fetch", "find", "get", "load", "query", "read", "retrieve", "show"})
"""The verbs that ask for one thing or for several."""

_ALIASES: Final = {
    "list": "all browse find_all fetch_all get_all get_list index list_all query_all read_all retrieve_all",
    "get": "detail details fetch find_one get_details get_one load read retrieve retrieve_one show",
    "create": "create_new new",
    "update": "partial_update",
    "delete": "destroy",
}
ALIASES: Final = {said: verb for verb, words in _ALIASES.items() for said in words.split()}
"""What others say in place of the five usual verbs."""

_GENERIC: Final = """
    api apis app backend beta call controller core default endpoint endpoints external general internal json latest
    misc miscellaneous operation operations other others public rest resource root rpc service services untagged v
    various web
"""
GENERIC: Final = frozenset(_GENERIC.split())
"""What a tag, an operationId or an address says of everything."""

SUFFIXES: Final = ("controller", "api", "service", "resource", "handler", "endpoint", "endpoints", "operations")
"""What the first half of an operationId ends in, and no resource is called."""

_METHOD_VERBS: Final = {
    "GET": "get", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete", "HEAD": "check",
}  # fmt: skip


def method_verb(method: str) -> str:
    """What an operation is called by its method alone; what has no other word is called as the method.

    Args:
        method: In capitals.
    """
    return _METHOD_VERBS.get(method) or safe_snake(method.lower(), "call")


def is_verb(name: str, *, method: str) -> bool:
    """Whether a step of an address says what is done there.

    Args:
        name: In snake_case.
        method: In capitals.
    """
    word, _, rest = name.partition("_")
    if word in NOUNS_TOO and rest and is_many(rest):
        # `report_runs` are runs.
        return False
    if method == "DELETE" and word not in REMOVING and not word.startswith(("un", "de")):
        return False
    return word in VERBS and (method not in {"GET", "HEAD"} or word not in NOUNS_TOO)
