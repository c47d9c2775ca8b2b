"""Endurance: thousands of variants read through the command line, the process killed again and again."""
