"""Figures: pure functions from a document to geometry; they know the vocabulary and nothing else of ours."""
