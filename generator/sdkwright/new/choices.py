"""What a new project may be asked to be: named here, apart from what makes it, which takes long to import."""

from typing import Final

LICENCES: Final = ("MIT", "BSD-3-Clause", "Apache-2.0", "LicenseRef-Proprietary")
"""What a project may be licensed under, as SPDX names it; the last one is none at all."""
CI_FILES: Final = {"github": ".github/workflows/ci.yml", "gitlab": ".gitlab-ci.yml"}
"""What runs the tests on each change, and the file that says so."""
