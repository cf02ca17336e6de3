"""References to rows of the data: evidence, and graded rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generators.model.grades import ItemGrade
from generators.model.problems import Where

What = Literal["observation", "source", "event"]
"""Kind of a collected row."""
_REFERENCE = re.compile(r"[\w-]+/[\w-]+@.*")
_PARTS = ("period", "place", "said_by", "as_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A reference to an observation, or a text where no row says it."""

    text: str
    where: Where

    @property
    def reference(self) -> tuple[str, Mapping[str, str]] | None:
        """Dataset with indicator, and the choice of row; None for a text.

        >>> Evidence(text="gauge-levels/level@2020-01@RV-A", where=Where(path="x")).reference
        ('gauge-levels/level', {'period': '2020-01', 'place': 'RV-A'})
        """
        if not _REFERENCE.fullmatch(self.text):
            return None
        path, *parts = self.text.split("@")
        return path, dict(zip(_PARTS, parts, strict=False))

    @property
    def dataset(self) -> str:
        """Id of the dataset that the reference names; a text is its own.

        >>> Evidence(text="gauge-levels/level@2020-01@RV-A", where=Where(path="x")).dataset
        'gauge-levels'
        """
        return re.split("[/@]", self.text, maxsplit=1)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedRows:
    """A grade of some rows, which takes the place of their dataset's."""

    rows: tuple[Evidence, ...]
    """References, each to every row that has the parts which are not blank."""
    grade: ItemGrade
