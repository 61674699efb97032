"""``python -m generator``: the command ``handbook``."""

from generator.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
