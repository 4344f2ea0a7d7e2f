"""The two roles of the desk; migrations make the groups and say what each may do."""

EDITORS = "Editors"
REVIEWERS = "Reviewers"
# Loads the corpus; it is inactive, so it has no permissions and nobody can sign in with it.
CORPUS_ACCOUNT = "corpus"
