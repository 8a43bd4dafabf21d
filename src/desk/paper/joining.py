"""Several papers as one file, to be printed in one go."""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2


def joined(papers: Sequence[bytes]) -> bytes:
    """All pages of all papers, one after the other."""
    whole = pypdfium2.PdfDocument.new()
    for data in papers:
        part = pypdfium2.PdfDocument(data)
        whole.import_pages(part)
        part.close()
    target = BytesIO()
    whole.save(target)
    whole.close()
    return target.getvalue()
