from claims.figures.effect_directions import effect_directions


def item(name, group="", point="toward"):
    return {
        "id": name,
        "outcome": f"outcome {name}",
        "outcome_group": group,
        "point": point,
        "risk_of_bias": "not-assessed",
    }


def study(label, *items, rung=2):
    return {"label": label, "n": 40, "strength": {"rung": rung}, "items": list(items)}


def document(*items, studies, groups=()):
    groups = [{"slug": slug, "name": slug.capitalize()} for slug in groups]
    return {"evidence": items, "studies": studies, "groups": groups}


def points(line):
    return [[arrow.point.value for arrow in cell] for cell in line.cells]


def test_without_groups_there_is_one_column():
    table = effect_directions(document(item("a"), studies=[study("Lee 2020", "a")]))
    assert table.groups == ("Estimate",)
    assert points(table.lines[0]) == [["toward"]]


def test_each_group_has_its_column():
    items = [item("a", "tests", "away"), item("b", "felt")]
    table = effect_directions(
        document(*items, studies=[study("Lee 2020", "a", "b")], groups=["tests", "felt"])
    )
    assert table.groups == ("Tests", "Felt")
    assert points(table.lines[0]) == [["away"], ["toward"]]


def test_outcome_of_no_group_is_not_lost():
    items = [item("a", "tests"), item("b", "", "no-difference")]
    table = effect_directions(
        document(*items, studies=[study("Lee 2020", "a", "b")], groups=["tests"])
    )
    assert table.groups == ("Tests", "Other outcomes")
    assert points(table.lines[0]) == [["toward"], ["no-difference"]]


def test_weightiest_study_comes_first():
    studies = [study("A 2020", "a", rung=1), study("B 2020", "b", rung=3)]
    table = effect_directions(document(item("a"), item("b"), studies=studies))
    assert [line.label for line in table.lines] == ["B 2020", "A 2020"]


def test_finding_counts_the_estimates():
    items = [item("a", point="away"), item("b"), item("c")]
    table = effect_directions(document(*items, studies=[study("Lee 2020", "a", "b", "c")]))
    assert table.finding == "Of 3 estimates: 2 toward the claim and 1 away from it."
