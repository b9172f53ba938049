"""What a gazetteer is made of: its tables, its rows, and how a name is looked up in them."""
