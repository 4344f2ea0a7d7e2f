"""What each module of ours may import of ours; `tests/test_architecture.py` holds the code to it."""

from tests.imports.corpus import CORPUS
from tests.imports.desk import DESK
from tests.imports.editions import EDITIONS
from tests.imports.library import LIBRARY
from tests.imports.readers import READERS

PARTS = (LIBRARY, EDITIONS, DESK, READERS, CORPUS)
# A module (or all below it) -> what of ours it may import. The longest name that fits decides.
ALLOWED = {name: places for part in PARTS for name, places in part.items()}
