"""What happened, of which kind, and whether it did."""
