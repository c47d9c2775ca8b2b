"""Accuracy on whole articles: predictions in the scorer's form, scores, floors, data digests."""
