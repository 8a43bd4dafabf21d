"""May this user do this? Services ask first; the answer names what is missing."""

from desk.domain.errors import Forbidden
from desk.domain.viewer import Viewer
from desk.rulebook.flow import Right


def require(viewer: Viewer, right: Right, what: str) -> None:
    """Raise ``Forbidden`` where the viewer's role does not include ``right``."""
    if not viewer.may(right):
        raise Forbidden(
            "forbidden", f"{viewer.name}的岗位不能办理“{what}”", "请由有权限的人员办理，或请管理员调整岗位"
        )
