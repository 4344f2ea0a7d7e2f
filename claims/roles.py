"""The two roles of the desk; migrations make the groups and say what each may do."""

EDITORS = "Editors"
REVIEWERS = "Reviewers"
