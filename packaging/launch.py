"""The frozen program begins here."""

import multiprocessing
import sys

from desk.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
