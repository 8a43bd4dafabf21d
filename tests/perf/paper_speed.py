"""How long papers take, beside ReportLab used plainly for the same pages. Run: python tests/perf/paper_speed.py

Work of the processor, not waiting: other programs must not decide.

Each engine runs in a process of its own: the first paper from a cold start of the engine's imports, then warm ones.
"""

import io
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def stock():  # noqa: C901
    """ReportLab as it comes: its canvas, whole fonts, a greedy wrap; the same words at the same sizes."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name, file in (
        ("song", "NotoSerifSC-Regular"),
        ("title", "NotoSerifSC-Bold"),
        ("kai", "LXGWWenKai-Regular"),
    ):
        pdfmetrics.registerFont(TTFont(name, str(ROOT / "resources" / "fonts" / f"{file}.ttf")))
    widths: dict[tuple[str, str, float], float] = {}

    def width(char, font, size):
        key = (char, font, size)
        if key not in widths:
            widths[key] = pdfmetrics.stringWidth(char, font, size)
        return widths[key]

    def wrapped(text, font, size, measure):
        line, used = "", 2 * size
        for char in text:
            if used + width(char, font, size) > measure and char not in "，。、；：）》”":
                yield line
                line, used = "", 0.0
            line += char
            used += width(char, font, size)
        yield line

    def page(canvas, paragraphs):
        y = 800.0
        for font, size, leading, text in paragraphs:
            for line in wrapped(text, font, size, 449):
                canvas.setFont(font, size)
                canvas.drawString(73.7, y, line)
                y -= leading
                if y < 60:
                    canvas.showPage()
                    y = 800.0
        canvas.showPage()

    def make(papers):
        stream = io.BytesIO()
        canvas = Canvas(stream, pageCompression=1, initialFontName="song")
        for values in papers:
            page(canvas, paragraphs_of(values))
        canvas.save()
        return stream.getvalue()

    return make


def paragraphs_of(values):
    """The words of our page as fonts, sizes and text."""
    from tests.paper.papers import form

    from desk.domain.notice import compose

    names = {"fangsong": "song", "hei": "song"}
    document = compose(form("R15", "acceptance"), values)
    return [
        (names.get(p.style.font, p.style.font), p.style.size, p.style.leading, p.text)
        for p in document.paragraphs()
    ]


def ours():
    """Our own way from words to bytes."""
    from tests.paper.papers import form

    from desk.domain.notice import compose
    from desk.paper.drawing import draw_many

    layout = form("R15", "acceptance")
    return lambda papers: draw_many([compose(layout, values) for values in papers]).data


def papers(count):
    """So many different complaints."""
    from tests.paper.papers import WORDS

    subjects = (
        "购买的牛奶变质要求退款",
        "预付卡停业无法退费",
        "健身房霸王条款",
        "网购手机不支持七天无理由退货",
        "装修质量问题拖延整改",
    )
    return [
        {
            **WORDS,
            "complainant.name": "张三",
            "subject": f"{subjects[n % 5]}（第{n}件）",
            "paper.number": f"某市监投﹝2026﹞第{n}号",
        }
        for n in range(count)
    ]


def measure(name, count=60):
    """First, warm, size and a batch of one engine, in this process."""
    cases = papers(count)
    start = time.process_time()
    make = {"stock": stock, "ours": ours}[name]()
    first_bytes = make(cases[:1])
    first = time.process_time() - start
    warm = []
    for case in cases[1:]:
        start = time.process_time()
        make([case])
        warm.append((time.process_time() - start) * 1000)
    start = time.process_time()
    make(papers(1000))
    batch = time.process_time() - start
    warm.sort()
    return {
        "first_ms": round(first * 1000), "warm_p50_ms": round(statistics.median(warm), 1),
        "warm_p95_ms": round(warm[int(len(warm) * 0.95)], 1), "kb": round(len(first_bytes) / 1024), "batch_1000_s": round(batch, 2),
    }  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        for engine in ("stock", "ours"):
            done = subprocess.run(
                [sys.executable, __file__, engine], capture_output=True, text=True, check=True
            )
            print(engine, done.stdout.strip())
