"""How good the answers are, measured against gold."""
