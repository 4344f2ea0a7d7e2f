"""Names of studies, short enough for a figure."""

YEAR = 4


def shortened(label: str, length: int) -> str:
    """Return at most `length` characters; a long name loses its middle and keeps its year."""
    if len(label) <= length:
        return label
    return f"{label[: length - YEAR - 2].rstrip()}… {label[-YEAR:]}"
