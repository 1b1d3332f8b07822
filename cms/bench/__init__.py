"""Benchmarks: many articles made by the real acts, and what readers wait for among them. Run by `make bench`."""
