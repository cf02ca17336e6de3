"""Settings that the site requires: corrected and reported.

Settings that cannot be corrected are refused by `load.mkdocs_config`, with their line.
"""

import logging
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generators.text.markdown.extensions import EXTENSIONS, RAW_BLOCKS


def set_right(config: MkDocsConfig, root: Path, name: str) -> Iterator[str]:
    """Correct each setting, and yield a line for each that was wrong."""
    if config.use_directory_urls:
        config.use_directory_urls = False
        yield "use_directory_urls is false: links in tables and charts point to files."
    if config.site_name != name:
        yield f"site_name is {name!r}, the name in content/site.yml, not {config.site_name!r}."
        config.site_name = name
    if Path(config.docs_dir) != root / "content":
        yield f"docs_dir is {root / 'content'}, not {config.docs_dir}."
        config.docs_dir = str(root / "content")
    if config.theme.get("font"):
        config.theme["font"] = False
        yield "theme: font is false: the site includes its fonts and loads none from other hosts."
    yield from _markdown(config)
    yield from _validation(config)


def _markdown(config: MkDocsConfig) -> Iterator[str]:
    missing = [name for name in EXTENSIONS if name not in config.markdown_extensions]
    if missing:
        config.markdown_extensions += missing
        yield f"markdown_extensions also has {', '.join(missing)}: the pages use them."
    config.markdown_extensions.append(RAW_BLOCKS)
    tables = config.mdx_configs.setdefault("tables", {})
    if not tables.get("use_align_attribute"):
        tables["use_align_attribute"] = True
        yield "markdown_extensions: tables: use_align_attribute is true: the content policy forbids style attributes."


def _validation(config: MkDocsConfig) -> Iterator[str]:
    """Make broken links at least warnings, which a strict build counts."""
    checks = (
        (config.validation.links, ("not_found", "anchors", "unrecognized_links")),
        (config.validation.nav, ("not_found",)),
    )
    for section, names in checks:
        for name in names:
            if section[name] < logging.WARNING:
                section[name] = logging.WARNING
                yield f"validation: {name} is warn: a broken link stops a strict build."
