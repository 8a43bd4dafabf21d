"""Why a file could not be read or written, in the office's words; the system itself says it in English."""

import errno
import json

_REASONS = {
    errno.ENOENT: "没有这个文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹，不是文件",
    errno.EACCES: "没有读写它的权限",
    errno.EPERM: "没有读写它的权限",
    errno.EROFS: "这个磁盘只能读，不能写",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EINVAL: "文件名含有不能用的字符",
    errno.ENODEV: "磁盘或网络位置已断开",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正被其他程序使用",
    errno.EMFILE: "同时打开的文件太多",
    errno.ELOOP: "链接绕成了圈",
}


def reason_of(problem: OSError) -> str:
    """The reason in Chinese; what is not known is told by its number, for the administrator."""
    unknown = f"系统错误 {problem.errno}" if problem.errno else "系统没有说明原因"
    return _REASONS.get(problem.errno or 0, unknown)


def json_fault(problem: ValueError) -> str:
    """Where a text stops being JSON, by line and column; what is no UTF-8 is told as that."""
    if isinstance(problem, json.JSONDecodeError):
        return f"第 {problem.lineno} 行第 {problem.colno} 列写法不对"
    return "不是 UTF-8 编码" if isinstance(problem, UnicodeDecodeError) else "内容不对"
