"""Engines for many machines, each a thin layer over ``newsparse.arrow.parse_batch``."""
