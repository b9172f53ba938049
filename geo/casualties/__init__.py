"""Whom it befell and how many: the people of a sentence, counted once each."""
