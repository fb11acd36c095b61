"""Makes the project of a case as `sdkwright new --stainless` does."""

import io

from sdkwright.new.making import Wishes, make
from sdkwright.project import Project
from sdkwright.report import Report
from sdkwright.stainless.filling import Former


def project_of(case, target):
    """The project of a case, generated, with the report of what its callers would notice.

    Args:
        case: The folder with the document (`openapi.json` or `openapi.yml`) and `stainless.yml`.
        target: The folder to make.
    """
    document = next(path for name in ("openapi.json", "openapi.yml") if (path := case / name).is_file())
    former = Former.read(case / "stainless.yml")
    wishes = Wishes(name=f"{case.name}_sdk", document=str(document), into=target, author="A. Smith", check_types=False)
    make(wishes, Report(io.StringIO()), fill=former.fill, finish=former.finish)
    return Project(target)
