"""Pages of publishers fetched into the archive: politely, each once, and judged before they are believed."""
