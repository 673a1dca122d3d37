"""Whether what a text says of the reader, their organisation and its writer is borne out by the sources.

The way through: ``reading`` cuts the claims and the sources into parts that can be met, ``comparing`` holds them
against each other, one kind of fault a module, ``sender`` does the same for what the writer says of themself, and
``statements`` is the way in.
"""
