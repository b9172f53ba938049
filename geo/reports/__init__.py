"""What one article tells of each incident, and which accounts are of the same."""
