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


class NotYours(NotAllowed):
    """Only who wrote part of the item may do this deed."""


class NoReason(DeskError):
    """The deed needs a reason, or a longer one."""


class SecondItem(DeskError):
    """The same outcome of the same source is on the public page already."""


class Undescribed(DeskError):
    """The source's design, species or dose is not described yet, or the source was merged."""


class NotThisPerson(NotAllowed):
    """Somebody with the right role, but not the right person for this deed."""


class InterestsTooOld(DeskError):
    """Interests are declared anew every year."""


class Incomplete(DeskError):
    """Something is missing; `problems` maps each field to what to do."""

    def __init__(self, problems):
        self.problems = problems
        super().__init__(" ".join(problems.values()))


class WrongDay(DeskError):
    """The day given lies on the wrong side of today."""


class Undeclared(DeskError):
    """A profile says who somebody is and which interests they have."""


class Unsuitable(DeskError):
    """The person who is asked to do something may not do it."""
