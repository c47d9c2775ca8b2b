"""Reports from the web, fetched without letting a web address reach into the network that Trucewatch runs in."""

from .client import Fetched, Fetcher, Limits
from .raw import RawFolder, raw_folder

__all__ = ["Fetched", "Fetcher", "Limits", "RawFolder", "raw_folder"]
