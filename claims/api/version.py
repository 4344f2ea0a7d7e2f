"""The number of the API's shape, and what it says of itself."""

# The first number is raised when something that was there goes away or means something else.
VERSION = "1.0"
TITLE = "Microdosing Evidence"
ABOUT = (
    "Read-only access to every published claim with its evidence, sources and editions. "
    "Lists take the filters of the pages, in the same words and codes. No key is needed. "
    "There is one version at a time; additions keep its first number. Before anything goes away, "
    "its answers carry a Deprecation header (RFC 9745) and a Sunset header (RFC 8594) for half a year."
)
