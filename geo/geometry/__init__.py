"""Points, distances, borders and outlines on the ground."""
