"""Which words name places, and which of its namesakes a name means."""
