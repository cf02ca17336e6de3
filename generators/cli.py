"""The `briefings` command, one function for each subcommand. Exit code 0, or 1 with every problem printed."""

import os
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from generators.analysis.data_quality import coverage_text
from generators.build import engine, footer_links, inputs, pipeline, portable
from generators.build import publish as publishing
from generators.build import release as releases
from generators.build import verify as copies
from generators.build.errors import Refused, reason_of
from generators.components.templates import BadTemplate
from generators.model.problems import did_you_mean
from generators.text.wording import plural
from generators.urls.paths import SUMS

_UNKNOWN = re.compile(r"argument COMMAND: invalid choice: '(.*?)'")


class _Parser(ArgumentParser):
    """A parser that says in one line what cannot be understood."""

    def error(self, message: str) -> NoReturn:
        if typed := _UNKNOWN.match(message):  # its list of choices has another form in each Python
            names = (run.__name__ for run, _ in _COMMANDS)
            message = f"found {typed[1]!r}, expected a command. {did_you_mean(typed[1], names)}"
        end = "" if message.endswith(("?", ".")) else "."
        self.exit(1, f"{self.prog}: {message}{end} See {self.prog} --help.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    options = parser().parse_args(arguments)
    try:
        if "root" in options:
            pipeline.refuse_no_site(options.root)
        options.run(options)
        sys.stdout.flush()
    except (Refused, BadTemplate) as refused:
        print(refused, file=sys.stderr)
        return 1
    except BrokenPipeError:  # nobody reads on: `briefings coverage | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(reason_of(error), file=sys.stderr)
        return 1
    return 0


def check(options: Namespace) -> None:
    """Read everything, run every check and assemble the site; write nothing but the chart cache.

    Drafts are checked too, and then the site without them, as it is published.
    """
    catalog, site = pipeline.made(options.root, options.root / pipeline.CACHE, drafts=True)
    if any(briefing.draft for briefing in catalog.briefings.values()):
        catalog, site = pipeline.made(options.root, options.root / pipeline.CACHE)
    for left_out in footer_links.dead_footer(options.root, site):
        print(left_out)
    rows = sum(1 for _ in catalog.observations)
    left = f" {plural(len(catalog.drafts), 'draft')} left out." if catalog.drafts else ""
    print(f"{plural(rows, 'figure')}, {plural(len(site.pages), 'page')}: no problem found.{left}")


def coverage(options: Namespace) -> None:
    """Print how well the figures are supported, by topic and by year."""
    print(coverage_text(pipeline.load_checked(options.root)))


def build(options: Namespace) -> None:
    """Build the site and publish it in the folder; a site made from the same files stays as it is."""
    cache, address = options.root / pipeline.BUILDS, os.environ.get(pipeline.ADDRESS, "")
    digest = inputs.inputs_digest(options.root, address)
    if inputs.is_current(options.folder, cache, digest):
        print(f"{options.folder}/index.html is up to date.{pipeline.missing_address_notice(options.folder)}")
        return
    with engine.new_site(options.root, partial(print, flush=True)) as new:
        print(_published(new, options.folder))
    if inputs.inputs_digest(options.root, address) == digest:  # nothing was saved meanwhile
        inputs.remember(options.folder, cache, digest)


def write(options: Namespace) -> None:
    """Write Markdown, files, theme and settings to a folder that other engines can build."""
    portable.refuse(options.root, options.folder)
    catalog, site = pipeline.made(options.root, options.root / pipeline.CACHE)
    portable.write_portable(site, pipeline.frame(catalog), options.root, options.folder)


def serve(options: Namespace) -> None:
    """Serve the site on this machine, with its errors, and rebuild it at every save."""
    os.chdir(options.root)
    engine = ("-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{options.port}")
    os.execv(sys.executable, (sys.executable, *engine))  # noqa: S606 - the same Python, without a shell


def seal(options: Namespace) -> None:
    """Post-process a folder that another engine has built."""
    portable.seal_folder(options.folder)


def epoch(options: Namespace) -> None:
    """Print the date of the edition in seconds, for SOURCE_DATE_EPOCH."""
    print(pipeline.build_epoch(pipeline.load_checked(options.root)))


def publish(options: Namespace) -> None:
    """Replace the published folder with a new build; the old one stays beside it until the next."""
    print(_published(options.new, options.old))


def _published(new: Path, old: Path) -> str:
    publishing.publish_folder(new, old, releases.link_kept)
    before = publishing.previous(old.resolve())
    kept = (
        f"\nThe previous site stays in {before} until the next publish; to return to it: briefings restore {old}"
        if before.exists()
        else ""
    )
    return f"Built {old}/index.html{kept}{pipeline.missing_address_notice(old)}"


def restore(options: Namespace) -> None:
    """Restore the previously published site; run it again to undo."""
    publishing.restore_folder(options.folder)
    print(f"Restored the previous site in {options.folder}. To undo this: briefings restore {options.folder}")


def clean(options: Namespace) -> None:
    """Remove a built site and the one before it; archived editions and foreign files stay."""
    print(publishing.clean_folder(options.folder))


def release(options: Namespace) -> None:
    """Write the figures and the list of pages of this edition to data/releases/, once for each version."""
    path = releases.write_release(options.root)
    print(f"Wrote {path}, and the list of its pages. Commit both; raise version before the next change of a figure.")


def keep(options: Namespace) -> None:
    """Archive the released edition of a built site under v/, with a notice on each page."""
    print(f"Archived {releases.archive(options.root, options.folder)}.")


def verify(options: Namespace) -> None:
    """Check a copy (folder, ZIP or file) against the published checksums; list every difference."""
    print(copies.verified(options.copy, options.list))


_COMMANDS = (
    (check, ()),
    (coverage, ()),
    (build, ("folder",)),
    (write, ("folder",)),
    (serve, ()),
    (seal, ("folder",)),
    (epoch, ()),
    (publish, ("new", "old")),
    (restore, ("folder",)),
    (clean, ("folder",)),
    (release, ()),
    (keep, ("folder",)),
    (verify, ("copy",)),
)
_READING = (check, coverage, build, write, serve, epoch, release, keep)


def parser() -> ArgumentParser:
    """Return the parser of the command line, with one subcommand for each entry of `_COMMANDS`."""
    whole = _Parser(prog="briefings", description="Turns curated data and written briefings into a site.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for run, folders in _COMMANDS:
        first_line = (run.__doc__ or "").splitlines()[0]
        command = commands.add_parser(run.__name__, help=first_line, description=first_line)
        command.set_defaults(run=run)
        for folder in folders:
            command.add_argument(folder, type=_path, metavar=folder.upper())
        if run in _READING:
            command.add_argument(
                "--root", type=_path, default=Path(), help="the folder of mkdocs.yml (default: this one)"
            )
    commands.choices["verify"].add_argument(
        "--list", type=_path, metavar=SUMS, help=f"a {SUMS} of the site (default: the one in, beside or above the copy)"
    )
    commands.choices["serve"].add_argument("--port", type=_port, default=8000, help="the port (default: 8000)")
    return whole


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 65535):
        raise ArgumentTypeError(f"found {text!r}, expected a whole number from 1 to 65535, such as 8001")
    return int(text)


def _path(text: str) -> Path:
    """The path that was typed; refused if it is empty, which would be this folder, or begins with a ~ that the shell left there."""
    if not text.strip() or text[0] == "~":
        raise ArgumentTypeError(f"found {text!r}, expected a full path")
    return Path(text)


if __name__ == "__main__":
    sys.exit(main())
