"""The archive: every page as it was received, kept in WARC files that never change once they are closed.

In this room inputs of every kind (a folder of pages, WARC files) become archive files (`store`), and archive files
become captures (`warc`). What cannot be read comes out as `Unreadable`, never as silence.
"""
