"""The trained language model: words, word pieces, the network's run time, trees, names."""
