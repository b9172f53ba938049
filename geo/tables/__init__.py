"""Incidents and places as columns: what stands in them, and what must hold."""
