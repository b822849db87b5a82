"""Common Crawl as a source: the captures of the catalogue's sites, by byte ranges, out of its archive into ours."""
