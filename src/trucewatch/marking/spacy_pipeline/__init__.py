"""An installed spaCy pipeline behind the port: its labels and its heads turned into Universal Dependencies."""
