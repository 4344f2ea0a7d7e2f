import datetime

import pytest

from claims.figures.time_axis import places, with_room

START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def at(*days):
    return [START + datetime.timedelta(days=day) for day in days]


def test_distances_follow_time():
    assert places(at(0, 25, 100), 0, 100, closest=5) == [0, 25, 100]


def test_near_moments_are_drawn_apart():
    assert places(at(0, 1, 100), 0, 100, closest=10) == [0, 10, 100]


def test_near_moments_at_the_end_stay_inside():
    assert places(at(0, 99, 100), 0, 100, closest=10) == [0, 90, 100]


def test_one_moment_stands_at_the_beginning():
    assert places(at(0), 20, 100, closest=10) == [20]


@pytest.mark.parametrize("days", [range(200), [0] * 200])
def test_many_moments_share_the_width(days):
    found = places(at(*days), 0, 100, closest=10)
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 100)
    assert len(set(found)) == 200


def test_labels_need_room():
    assert with_room([0, 10, 30, 35], 20) == [True, False, True, False]
