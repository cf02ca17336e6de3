"""The `briefings` command: check, coverage, write, seal, epoch, publish, release, keep, verify. Exit code 0, or 1 with every problem printed."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from generators import editions, held, press, written
from generators.addresses import SUMS
from generators.coverage import plain
from generators.press import Refused
from generators.wording import plural


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except (Refused, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def check(options: Namespace) -> None:
    """Read everything, run every check, and see that the site holds together; write nothing but the chart cache.

    Drafts are checked too, and then the site without them, as it is published.
    """
    catalog, site = press.made(options.root, options.root / press.CACHE, drafts=True)
    if any(briefing.draft for briefing in catalog.briefings.values()):
        catalog, site = press.made(options.root, options.root / press.CACHE)
    rows = sum(1 for _ in catalog.observations)
    left = f" {plural(len(catalog.drafts), 'draft')} left out." if catalog.drafts else ""
    print(f"{plural(rows, 'figure')}, {plural(len(site.pages), 'page')}: no problem found.{left}")


def coverage(options: Namespace) -> None:
    """Print how well the figures are founded, by topic and by year: the numbers of the page on coverage."""
    print(plain(press.read(options.root)))


def write(options: Namespace) -> None:
    """Write the site's Markdown, files, theme and settings to a folder that any engine can build."""
    catalog, site = press.made(options.root, options.root / press.CACHE)
    written.write(site, press.frame(catalog), options.root, options.folder)


def seal(options: Namespace) -> None:
    """Seal every page of a folder that an engine has built."""
    written.seal_folder(options.folder)


def epoch(options: Namespace) -> None:
    """Print the edition's date in seconds, for SOURCE_DATE_EPOCH."""
    print(press.epoch(press.read(options.root)))


def publish(options: Namespace) -> None:
    """Put a newly built folder in the place of the published one, and print where it is and what it lacks."""
    editions.link_kept(options.new, options.old)
    press.publish(options.new, options.old)
    print(f"Built {options.old}/index.html{press.lacking(options.old)}")


def release(options: Namespace) -> None:
    """Write the figures and the list of pages of this edition to data/releases/, to be committed; a version is released once."""
    path = editions.release(options.root)
    print(f"Wrote {path}, and the list of its pages. Commit both; raise version before the next change of a figure.")


def keep(options: Namespace) -> None:
    """Keep the released edition that a folder holds under v/ in it, with a notice on each page."""
    print(f"Kept {editions.keep(options.root, options.folder)}.")


def verify(options: Namespace) -> None:
    """Say whether a folder, ZIP or file of the site is what was published; name every file that differs."""
    print(held.verified(options.copy, options.list))


_COMMANDS = (
    (check, ()),
    (coverage, ()),
    (write, ("folder",)),
    (seal, ("folder",)),
    (epoch, ()),
    (publish, ("new", "old")),
    (release, ()),
    (keep, ("folder",)),
    (verify, ("copy",)),
)
_READING = (check, coverage, write, epoch, release, keep)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="briefings", description="Turns curated data and written briefings into a site.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for run, folders in _COMMANDS:
        first_line = (run.__doc__ or "").splitlines()[0]
        command = commands.add_parser(run.__name__, help=first_line, description=first_line)
        command.set_defaults(run=run)
        for folder in folders:
            command.add_argument(folder, type=Path, metavar=folder.upper())
        if run in _READING:
            command.add_argument(
                "--root", type=Path, default=Path(), help="the folder of mkdocs.yml (default: this one)"
            )
    commands.choices["verify"].add_argument(
        "--list", type=Path, metavar=SUMS, help=f"a {SUMS} of the site (default: the one in, beside or above the copy)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
