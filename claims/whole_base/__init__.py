"""The whole base in files that readers take away: made from one state of the shelf, put in place at once."""
