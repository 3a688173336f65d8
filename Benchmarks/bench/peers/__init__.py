"""Servers to compare with, one a file; `peers.listed` has them all."""
