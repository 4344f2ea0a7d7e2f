"""What is often imported together."""

# Labels, definitions and counts in words; never the rule itself.
WORDS = ["claims.rating.vocabulary", "claims.rating.wording"]
# What readers see.
SHELF = ["claims.models.Edition", "claims.models.Citation"]
# What changes the desk.
DEEDS = ["claims.argument", "claims.desk", "claims.editions", "claims.refusals", "sources.intake"]
