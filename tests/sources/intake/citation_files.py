"""Small files of citations for tests of what happens to them."""

from io import BytesIO

from sources.intake import importing


def ris(*records):
    """Return a RIS file: each record is a mapping of tags to values."""
    given = ({"TY": "JOUR"} | record for record in records)
    blocks = (
        "".join(f"{tag}  - {value}\n" for tag, value in record.items()) + "ER  - \n"
        for record in given
    )
    return BytesIO("\n".join(blocks).encode())


def paper(number=1, **tags):
    """Return a record that resembles no other: its title has its number."""
    return {
        "TI": f"Invented trial of a low dose in nobody, cohort {number}",
        "AU": "Brink, Bo",
        "PY": "2021",
        "DO": f"10.5555/invented.{number}",
    } | tags


def stage(*records, by, name="zotero.ris"):
    return importing.stage(stream=ris(*records), name=name, by=by)


def bring(*records, by, name="zotero.ris"):
    return importing.bring(stream=ris(*records), name=name, by=by)
