"""Makes the WOFF2 subsets of this folder from the Debian packages fonts-inter and fonts-noto-core.

    python3 -m venv venv && venv/bin/pip install fonttools==4.68.0 brotli==1.2.1
    venv/bin/python make.py

Run again, it writes the same bytes.
"""

from pathlib import Path

from fontTools import subset

INTER = Path("/usr/share/fonts/opentype/inter")
NOTO = Path("/usr/share/fonts/truetype/noto")
FACES = {
    "Inter-Regular": INTER / "Inter-Regular.otf",
    "Inter-Medium": INTER / "Inter-Medium.otf",
    "Inter-SemiBold": INTER / "Inter-SemiBold.otf",
    "Inter-Bold": INTER / "Inter-Bold.otf",
    "InterDisplay-SemiBold": INTER / "InterDisplay-SemiBold.otf",
    "NotoSerif-Regular": NOTO / "NotoSerif-Regular.ttf",
    "NotoSerif-Italic": NOTO / "NotoSerif-Italic.ttf",
    "NotoSerif-Bold": NOTO / "NotoSerif-Bold.ttf",
}
RANGES = [
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xFF),  # Latin-1
    (0x100, 0x17F),  # Latin Extended-A
    (0x1A0, 0x1A1),  # Vietnamese o with horn
    (0x1AF, 0x1B0),  # Vietnamese u with horn
    (0x1CD, 0x1DC),  # Pinyin carons
    (0x218, 0x21B),  # Romanian commas below
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2002, 0x200A),  # spaces of several widths
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2070, 0x209C),  # superscripts and subscripts
]
SINGLES = "αβγδελμπσΔΣ" "…‰′″‹›†‡•\u202f" "€₫₹" "←↑→↓↔" "−√∞≈≠≤≥" "□■▲△◆◇○●"
# Kerning, marks and ligatures as drawn; tabular, lining and superscript figures for tables and labels.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "lnum", "sups"]


def main() -> None:
    wanted = {code for first, last in RANGES for code in range(first, last + 1)} | {ord(one) for one in SINGLES}
    for name, source in FACES.items():
        options = subset.Options()
        options.flavor = "woff2"
        options.layout_features = FEATURES
        options.recalc_timestamp = False
        options.hinting = False
        options.notdef_outline = True
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
        font = subset.load_font(str(source), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        subset.save_font(font, f"{name}.woff2", options)


if __name__ == "__main__":
    main()
