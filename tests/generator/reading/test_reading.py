"""Reading within a size and a time."""

import threading

import pytest

from sdkwright.reading import TooLargeError, TooLateError, gather, in_time


def test_what_fits_is_read_whole():
    assert gather([b"ab", b"", b"cd"], limit=4) == b"abcd"


def test_nothing_is_read_beyond_the_limit():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield b"x" * 100

    with pytest.raises(TooLargeError):
        gather(endless(), limit=1000)
    assert len(taken) == 11


def test_work_that_ends_gives_its_result_or_its_error():
    assert in_time(lambda: 7, seconds=60) == 7
    assert in_time(lambda: None, seconds=60) is None
    with pytest.raises(ZeroDivisionError):
        in_time(lambda: 1 / 0, seconds=60)


def test_work_that_does_not_end_is_left_behind():
    with pytest.raises(TooLateError):
        in_time(threading.Event().wait, seconds=0.05)
