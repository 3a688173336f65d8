"""Measures the mock in one run, as ratios against other programs and bare libraries on the same machine.

A group of rows is a file in `groups`, a server to compare with one in `peers`; what the Python peers run is in `../apps`.
"""
