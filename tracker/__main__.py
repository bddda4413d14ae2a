"""Start tracker: `tracker` and `python -m tracker`."""

import gc
import sys


def run() -> int:
    """Run one command, as `main` does; Ctrl-C is heard while modules load, too.

    No garbage is collected while they load: there is none, and it takes 3 ms.
    """
    try:
        gc.disable()
        from tracker.cli import main

        gc.freeze()
        gc.enable()
        return main()
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 1


if __name__ == "__main__":
    sys.exit(run())
