"""The one exception that commands turn into a sentence."""


class GeneratorError(Exception):
    """Something the maintainer can fix.

    The message is one sentence (or a short list) that names the file, JSON pointer or operation concerned and says
    what to do about it. Commands print it and exit with status 1; nothing else escapes them as a traceback.
    """
