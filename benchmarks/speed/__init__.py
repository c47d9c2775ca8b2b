"""How fast reports are read, and which step takes how much of it."""
