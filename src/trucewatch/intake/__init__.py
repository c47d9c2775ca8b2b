"""Where reports come from: files and folders."""
