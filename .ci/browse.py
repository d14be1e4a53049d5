#!/usr/bin/env python3
"""Opens a report in Chromium, as telephones and desks show it, and says what is wrong with it."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = [(1280, 900), (390, 844), (360, 740)]
SECONDS = 600


class Chromium:
    """A headless browser, spoken to in the DevTools protocol through two pipes."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="rollcall-page-")
        to_browser, self.writer = os.pipe()
        self.reader, from_browser = os.pipe()

        def place():
            # Chromium reads from 3 and writes to 4, which the pipes may hold already.
            low, high = os.dup(to_browser), os.dup(from_browser)
            os.dup2(low, 3)
            os.dup2(high, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
             "--disable-background-networking", "--no-first-run", f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer, self.count, self.events = b"", 0, []

    def message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.reader, 1 << 16)
            if not piece:
                sys.exit("chromium ended early")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, session=None, **parameters):
        self.count += 1
        call = {"id": self.count, "method": method, "params": parameters}
        if session:
            call["sessionId"] = session
        data = json.dumps(call).encode() + b"\0"
        while data:
            data = data[os.write(self.writer, data):]
        while True:
            message = self.message()
            if message.get("id") == self.count:
                if "error" in message:
                    sys.exit(f"chromium: {method}: {message['error']['message']}")
                return message["result"]
            self.events.append(message)

    def until(self, event):
        while not any(e.get("method") == event for e in self.events):
            self.events.append(self.message())

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    """The report in one size and one theme."""

    def __init__(self, browser, address, size, scheme):
        self.browser = browser
        browser.events.clear()
        self.target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        width, height = size
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.events.clear()
        self.call("Page.navigate", url=address)
        browser.until("Page.loadEventFired")
        self.run("document.fonts.ready.then(() => true)")

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def run(self, script):
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"chromium: {result['exceptionDetails']}")
        return result["result"].get("value")

    def complaints(self):
        """What the console holds and what was asked from elsewhere."""
        for event in self.browser.events:
            method, given = event.get("method"), event.get("params", {})
            if method == "Log.entryAdded" and given["entry"]["level"] in ("error", "warning"):
                yield f"console: {given['entry']['text']}"
            elif method == "Runtime.consoleAPICalled" and given["type"] in ("error", "warning", "assert"):
                yield f"console: {given['args']}"
            elif method == "Runtime.exceptionThrown":
                yield f"console: {given['exceptionDetails']['text']}"
            elif method == "Network.requestWillBeSent":
                address = given["request"]["url"]
                if not address.startswith(("file:", "data:")):
                    yield f"asks for {address}"

    def sideways(self):
        return self.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def violations(self, axe):
        self.run(axe + ";0")
        found = self.run(
            f"axe.run(document, {{runOnly: {json.dumps(TAGS)}, resultTypes: ['violations']}}).then(r => "
            "r.violations.map(v => `${v.id}: ${v.nodes.length} x ${v.help}: ${v.nodes[0].html.slice(0, 160)}`))")
        return found

    def followed(self):
        """What the contents mark when each section is at the top."""
        return self.run("""(async () => {
          const wrong = []
          const links = [...document.querySelectorAll('nav.toc a')]
          for (const link of links.slice(0, -1)) {
            document.getElementById(link.hash.slice(1)).scrollIntoView({behavior: 'instant'})
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
            const marked = links.filter(l => l.matches(':target-current')).map(l => l.hash)
            if (marked.length != 1 || (marked[0] != link.hash && scrollY + innerHeight < document.body.scrollHeight - 1))
              wrong.push(`at ${link.hash} the contents mark ${marked}`)
          }
          scrollTo({top: 0, behavior: 'instant'})
          return wrong
        })()""")

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)


def problems(address, axe):
    browser = Chromium()
    try:
        for size in SIZES:
            for scheme in ("light", "dark"):
                page = Page(browser, address, size, scheme)
                found = list(page.complaints())
                if page.run("document.scripts.length"):
                    found.append("holds a script")
                if page.sideways() > 0:
                    found.append(f"scrolls sideways by {page.sideways()} pixels")
                if size == SIZES[0] and scheme == "light":
                    found += page.followed()
                # What is folded away must do as well.
                page.run("document.querySelectorAll('details').forEach(d => { d.open = true })")
                if page.sideways() > 0:
                    found.append(f"scrolls sideways by {page.sideways()} pixels when all is unfolded")
                found += page.violations(axe)
                page.close()
                yield from (f"{size[0]} pixels, {scheme}: {problem}" for problem in found)
    finally:
        browser.close()


def main():
    report, axe = map(pathlib.Path, sys.argv[1:])
    found = list(problems(report.resolve().as_uri(), axe.read_text()))
    print("\n".join(found) or f"page: nothing that axe-core or Chromium complain of, {len(SIZES)} widths, light and dark")
    sys.exit(bool(found))


if __name__ == "__main__":
    import signal
    signal.alarm(SECONDS)
    main()
