"""Garbage is looked for less often while a package is made, and as before afterwards."""

import gc

import pytest

from sdkwright.collecting import collecting_seldom


@collecting_seldom()
def thresholds(*, fails=False):
    """What holds inside."""
    if fails:
        raise ZeroDivisionError
    return gc.get_threshold()


def test_it_holds_in_the_block_alone():
    before = gc.get_threshold()
    assert thresholds() != before
    with pytest.raises(ZeroDivisionError):
        thresholds(fails=True)
    assert gc.get_threshold() == before
