"""The definitions behind `results.json`, one idea a module; `../recompute.py` puts them together."""
