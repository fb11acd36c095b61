"""Documents of Swagger 2.0 beside what npm's `swagger2openapi` makes of them: `nox -s corpus -- --swagger`.

Both are normalised, and what they say is compared: operations, parameters, types, answers, security. The documents are
those of two npm packages, which are downloaded at the first run: the specifications that `swagger-editor` 2 came with,
and those that the test server of AutoRest answers for.
"""

import json
import shutil
import subprocess
import tarfile
from pathlib import Path, PurePosixPath

import attrs

from sdkwright import documents, pipeline
from sdkwright.errors import GeneratorError
from sdkwright.normalise.sites import operations
from sdkwright.project import MARK, Project
from sdkwright.sources.config import NpmSource
from sdkwright.sources.npm import fetch_tarball
from sdkwright.text import say
from sdkwright.tree.temporary import temporary

CONVERTER = "swagger2openapi@7.0.8"
KNOWN = {
    "guide.yaml": "an answer without a media type is JSON for us, and any for them",
    "body-array.json": "they lose what stands beside a reference: `x-nullable`",
    "body-complex.json": "they leave out `x-ms-discriminator-value`",
    "body-dictionary.json": "they lose what stands beside a reference: `x-nullable`",
    "custom-baseUrl-paging.json": "they fail on `x-ms-parameterized-host`",
    "custom-baseUrl.json": "they fail on `x-ms-parameterized-host`",
    "lro-parameterized-endpoints.json": "they fail on `x-ms-parameterized-host`",
    "paging.json": "they leave out what stands in `x-ms-paths`",
    "url-multi-collectionFormat.json": "they lose `x-nullable` of a parameter",
    "url.json": "values between tabs, which OpenAPI 3.0 lacks, stand between commas for us and are several for them",
    "xms-error-responses.json": "they leave out `x-ms-discriminator-value`",
}
"""Why a document differs, where ours is what it says."""
_KEPT = Path(__file__).parents[2] / ".nox" / "corpus"
_SECONDS = 600
_WAY_OUT = "run it where npm reaches its registry"
_SHOWN = 5


@attrs.frozen
class Package:
    """A pinned npm package with documents in one of its folders."""

    source: NpmSource
    integrity: str


PACKAGES = (
    Package(
        NpmSource(npm="swagger-editor", version="2.10.5", path="spec-files"),
        "sha512-hiutL0QlvyaS5mIIIWArI+mM+fUcaYq1ZineDuTAiiGWfEqh6Nq8ERXo+iS+EPmcvSBD2sDxT7JrlblR2pcSLQ==",
    ),
    Package(
        NpmSource(npm="@microsoft.azure/autorest.testserver", version="3.3.51", path="swagger"),
        "sha512-gHUQu95fI7mQMLa0CYT66CDX/nhJEPvznc+XyJuB8aXHvsgo9LBzqzKozk8stA6AwybikLiMb1UhCcQr8TpBGg==",
    ),
)


def run():
    """Compare all, and return 1 where something differs that `KNOWN` does not have."""
    convert = converter()
    found = [path for package in PACKAGES for path in fetched(package)]
    different = unexplained = 0
    for path in found:
        told = compared(path, convert)
        different += bool(told)
        unexplained += bool(told) and path.name not in KNOWN
        say(f"{'differs' if told else 'the same':<10} {path.parent.name}/{path.name}")
        if told:
            say(f"           {KNOWN.get(path.name, 'nobody has said why')}:")
        for line in told[:_SHOWN]:
            say(f"           {line[:300]}")
    say(f"{len(found) - different} of {len(found)} documents say the same, converted by us and by {CONVERTER}")
    return int(unexplained > 0)


def compared(path, convert):
    """What a document says that its conversion does not, or the other way round; a line each."""
    try:
        ours = said(path.read_bytes())
    except GeneratorError as error:
        return [f"ours is refused: {error}"]
    try:
        theirs = said(convert(path))
    except GeneratorError as error:
        return [f"theirs is refused: {error}"]
    return [
        f"{key}: {ours.get(key)} / {theirs.get(key)}"
        for key in sorted({*ours, *theirs})
        if ours.get(key) != theirs.get(key)
    ]


def said(data):
    """What a document says, place by place, once it is normalised."""
    with temporary("sdkwright-swagger-") as folder:
        (folder / MARK).parent.mkdir()
        (folder / MARK).write_text('[package]\nname = "one"\nclient = "One"\n', encoding="utf-8")
        (folder / "spec" / "upstream.json").write_bytes(data)
        document = pipeline.normalised(attrs.evolve(Project(folder), partial=True))[1].document
    found = {}
    for site in operations(document):
        operation = dict(site.operation)
        for parameter in operation.pop("parameters", ()):
            found[f"{site.key} {parameter['in']} {parameter.get('x-wire-name', parameter['name'])}"] = plain(parameter)
        for status, answer in operation.pop("responses").items():
            found[f"{site.key} answers {status}"] = plain(answer)
        found |= {f"{site.key} {word}": plain(value) for word, value in operation.items() if word != "servers"}
    for kind, named in document["components"].items():
        found |= {f"{kind} {name}": plain(value) for name, value in named.items()}
    return found


def plain(value):
    """A value as text that does not depend on the order of keys, on prose, nor on how a number is written."""
    return json.dumps(without_prose(value), sort_keys=True)


def without_prose(value):
    """A value without descriptions, which some put elsewhere; JavaScript writes 1e20 with all its digits."""
    if type(value) in (int, float):
        return float(value)
    if isinstance(value, dict):
        return {key: without_prose(one) for key, one in value.items() if key != "description" or isinstance(one, dict)}
    return [without_prose(one) for one in value] if isinstance(value, list) else value


def converter():
    """What converts a file, in a folder of its own that npm fills at the first call.

    Raises:
        GeneratorError: npm fails, or is not there.
    """
    home = _KEPT / CONVERTER
    program = home / "node_modules" / ".bin" / "swagger2openapi"
    if not program.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise GeneratorError("--swagger: npm is not installed; it brings the converter to compare with.")
        home.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"]
        done = subprocess.run([*command, str(home), CONVERTER], capture_output=True, timeout=_SECONDS, check=False)
        if done.returncode != 0:
            # What npm says can hold a registry's token.
            raise GeneratorError(f"--swagger: {CONVERTER} cannot be installed; {_WAY_OUT}.")

    def convert(path):
        done = subprocess.run(
            [str(program), "--patch", "--warnOnly", str(path)], capture_output=True, timeout=_SECONDS, check=False
        )
        if done.returncode != 0:
            raise GeneratorError(f"{CONVERTER} fails: {done.stderr.decode(errors='replace').strip()[:200]}")
        return done.stdout

    return convert


def fetched(package):
    """The documents of Swagger 2.0 in a package, downloaded at the first call.

    Raises:
        GeneratorError: npm fails, or what came is not the pinned package.
    """
    source = package.source
    place = _KEPT / f"{source.npm.rpartition('/')[2]}-{source.version}"
    if not place.is_dir():
        _KEPT.mkdir(parents=True, exist_ok=True)
        with temporary(".swagger-", within=_KEPT) as aside:
            tarball = fetch_tarball(source, aside, way_out=_WAY_OUT)
            if tarball.integrity != package.integrity:
                raise GeneratorError(f"{source.label}: not the package that tests/corpus pins: {tarball.integrity}.")
            unpacked = aside / "unpacked"
            unpacked.mkdir()
            _unpack(tarball.path, source.path, unpacked)
            unpacked.rename(place)
    return [path for path in sorted(place.iterdir()) if is_swagger(path)]


def _unpack(tarball, folder, target):
    with tarfile.open(tarball, mode="r|gz") as archive:
        for member in archive:
            parts = PurePosixPath(member.name).parts
            is_document = parts[-1].endswith((".json", ".yaml"))
            if (
                member.isreg()
                and parts[1:2] == (folder,)
                and len(parts) == len(("package", folder, "a.json"))
                and is_document
            ):
                (target / parts[2]).write_bytes(archive.extractfile(member).read())


def is_swagger(path):
    """Whether a file is a document of Swagger 2.0 that has operations."""
    try:
        document = documents.load(path.read_bytes(), name=path.name, tell=lambda *_said: None)
    except GeneratorError:
        return False
    return str(document.get("swagger")) in {"2.0", "2"} and bool(document.get("paths"))
