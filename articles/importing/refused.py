"""What a person is told about a file that cannot become a draft."""


class Refused(Exception):
    """A file that cannot become a draft; its text is the reason, a sentence for the person."""
