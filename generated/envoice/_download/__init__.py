"""Downloads a file behind a link, within its deadlines."""
