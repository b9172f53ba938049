"""The page of the map: its shell, its data, and what lies behind the markers."""
