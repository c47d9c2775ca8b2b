"""Parts of the tool that compiles the embedded gazetteer."""
