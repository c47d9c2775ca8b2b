"""One piece of work over many inputs: in this process, or in several."""
