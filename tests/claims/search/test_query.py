from claims.search.query import parse


def test_query_keeps_stop_words_if_there_is_nothing_else():
    assert [clause.typed for clause in parse("what is it").wanted] == ["what", "is", "it"]


def test_unclosed_quotation_is_a_phrase():
    assert parse('"default mode').wanted[0].alternatives == (("default", "mode"),)
