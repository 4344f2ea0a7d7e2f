"""Why the desk refuses a deed; each text says what to do."""


class DeskError(Exception):
    """A deed that the desk refuses; the text says why and what to do."""


class NotAllowed(DeskError):
    """This person may not do this deed."""


class OutOfTurn(DeskError):
    """The item is not in a state from which the deed can be done."""


class OwnExtraction(DeskError):
    """Nobody accepts what they extracted."""


class ChangedMeanwhile(DeskError):
    """Somebody else changed the row after it was opened."""


class NoReason(DeskError):
    """The deed needs a reason."""


class SecondItem(DeskError):
    """The same outcome of the same source is on the public page already."""
