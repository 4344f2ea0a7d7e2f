from claims.figures.bias_table import bias_table


def item(name, bias="low", use="counted", rung=2, **fields):
    strength = {"rung": rung, "effective_bias": "some-concerns"}
    return {
        "id": name,
        "label": f"{name} 2024",
        "outcome": "mood",
        "risk_of_bias": bias,
        "strength": strength,
        "use": use,
        "rob_tool": "",
        "rob_note": "",
    } | fields


def test_only_counted_results_have_a_line():
    table = bias_table({"evidence": [item("a"), item("b", use="shown")]})
    assert [line.item for line in table.lines] == ["a"]


def test_strongest_stands_first():
    table = bias_table({"evidence": [item("a", rung=1), item("b", rung=3)]})
    assert [line.item for line in table.lines] == ["b", "a"]


def test_line_says_tool_judgement_and_what_counts():
    line = bias_table({"evidence": [item("a", "not-assessed", rob_tool="rob-2")]}).lines[0]
    assert (line.judged.symbol, line.counted_as.symbol, line.tool.label) == ("?", "~", "RoB 2")


def test_finding_counts_the_judgements():
    ways = ("low", "not-assessed", "not-assessed")
    table = bias_table({"evidence": [item(str(number), way) for number, way in enumerate(ways)]})
    assert table.finding == "Risk of bias of 3 counted results: 1 low and 2 not assessed."


def test_nothing_counted_says_so():
    assert bias_table({"evidence": []}).finding == "No result is counted."
