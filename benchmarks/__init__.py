"""What Trucewatch scores, on what, and when: runners that print one table each and never lower a floor."""
