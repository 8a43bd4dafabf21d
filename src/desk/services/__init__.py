"""One function for each thing a clerk does, in one transaction each."""
