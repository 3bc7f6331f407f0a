#!/usr/bin/env python3
"""Opens reports in headless Chromium from file:// and fails if anything a reader needs is missing.

Usage: check_report.py PAGE...    (pages written by the report, or an index of experiments)

Checks for each page: the browser logs no error (a script that throws, a style or script that the
page's own policy refuses), the script ran to its end, every section of a report is there, every
picture has a name, a description and unique ids, and nothing is loaded from elsewhere.
Needs Chromium (Debian: apt-get install chromium); CHROMIUM names another binary.
"""

import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SECTIONS = ["sureness", "settings", "loss", "reach", "norms", "failures", "origin"]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-extensions", "--virtual-time-budget=5000", "--enable-logging=stderr",
    "--window-size=1366,900",
]


class Page(html.parser.HTMLParser):
    """Collects what the checks ask for."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.ids, self.sections, self.loaded, self.pictures = [], [], [], []
        self.ready, self.headings, self.open_svg, self.lines = False, 0, None, 0

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "html":
            self.ready = found.get("data-ready") == "true"
        elif tag == "section":
            self.sections.append(found.get("id"))
        elif tag == "h1":
            self.headings += 1
        elif tag == "svg" and "data-plot" in found:
            self.open_svg = {"id": found.get("id"), "title": "", "desc": "", "paths": 0}
            self.pictures.append(self.open_svg)
        elif tag in ("title", "desc") and self.open_svg is not None:
            self.open_svg["in"] = tag
        elif tag == "path" and self.open_svg is not None:
            self.open_svg["paths"] += 1
        for name in ("src", "srcset", "data", "poster"):
            if name in found and not found[name].startswith("data:"):
                self.loaded.append(f"<{tag} {name}={found[name]!r}>")
        if tag == "link":
            self.loaded.append(f"<link href={found.get('href')!r}>")

    def handle_endtag(self, tag):
        if tag == "svg":
            self.open_svg = None
        elif tag in ("title", "desc") and self.open_svg is not None:
            self.open_svg.pop("in", None)

    def handle_data(self, data):
        if self.open_svg is not None and "in" in self.open_svg:
            self.open_svg[self.open_svg["in"]] += data


def dump(browser, page):
    """The page's elements once its script has run, and what the browser logged from it."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [browser, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", page.as_uri()],
            capture_output=True, timeout=180, check=False)
    log = done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8"), re.findall(r"CONSOLE[:(].*", log)


def problems(browser, path):
    dom, console = dump(browser, path)
    page = Page()
    page.feed(dom)
    found = [f"the browser logged: {line}" for line in console]
    if page.headings != 1:
        found.append(f"{page.headings} main headings instead of one")
    if not page.ready:
        found.append("its script did not run to its end")
    if page.loaded:
        found.append("it loads from elsewhere: " + ", ".join(page.loaded))
    twice = sorted({name for name in page.ids if page.ids.count(name) > 1})
    if twice:
        found.append("ids used twice: " + ", ".join(twice))
    if 'class="cards"' not in dom:
        missing = [name for name in SECTIONS if name not in page.sections]
        if missing:
            found.append("sections missing: " + ", ".join(missing))
        if not page.pictures:
            found.append("no picture")
    for picture in page.pictures:
        if not picture["title"].strip() or not picture["desc"].strip():
            found.append(f"picture {picture['id']} has no title or description")
    if page.pictures and not any(picture["paths"] for picture in page.pictures):
        found.append("no picture has a line")
    return found, len(page.pictures)


def main():
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if not browser:
        sys.exit("no Chromium: apt-get install chromium, or set CHROMIUM to a browser of its kind")
    failed = False
    for name in sys.argv[1:]:
        path = pathlib.Path(name).resolve()
        if not path.is_file():
            found, pictures = ["there is no such file"], 0
        else:
            found, pictures = problems(browser, path)
        failed |= bool(found)
        print(f"{name}: " + ("; ".join(found) if found else f"fine, {pictures} pictures"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
