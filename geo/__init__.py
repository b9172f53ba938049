"""Read news articles and put what happened on a map, offline, with evidence."""

__version__ = "0.1.0"
