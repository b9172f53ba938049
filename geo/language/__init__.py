"""English as it stands on the page: words, sentences, grammar, and the letters of names."""
