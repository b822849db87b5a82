"""The base of all errors that g7data raises on purpose: each is named for the mistake and says what to do."""


class G7DataError(Exception):
    """Something that the person who called can mend; its message says how."""


class PackageMissing(G7DataError):
    """A package is not installed that what was asked for needs."""
