"""Old registers as offices have them, made small: workbooks, open documents, text and web pages."""

from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_ODS = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="台账">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)
_ODS_LIST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_KIND}"/></manifest:manifest>'
)


def xlsx(
    rows: Sequence[Sequence[object]] = (),
    merges: Sequence[str] = (),
    also: Callable[[Worksheet], object] | None = None,
) -> bytes:
    """A workbook with one sheet; ``also`` may do more to it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "台账"
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    if also:
        also(sheet)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def ods(*rows: str) -> bytes:
    """An open document from the XML of its rows."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("mimetype", ODS_KIND)
        archive.writestr("content.xml", _ODS.format("".join(rows)))
        archive.writestr("META-INF/manifest.xml", _ODS_LIST)
    return written.getvalue()


def ods_row(*texts: str, said: str = "", cell_said: str = "") -> str:
    """One row of texts; ``said`` and ``cell_said`` are more attributes."""
    cell = '<table:table-cell office:value-type="string" {}><text:p>{}</text:p></table:table-cell>'
    return (
        f"<table:table-row {said}>{''.join(cell.format(cell_said, text) for text in texts)}</table:table-row>"
    )


def page(rows: str, charset: str = "gb2312", encoding: str = "gb18030") -> bytes:
    """A web page as old programs save it under the name of a workbook."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{meta}</head><body><table border=1>{rows}</table></body></html>".encode(encoding)
