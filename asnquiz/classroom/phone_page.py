"""The phone page as it travels: one document with its style and script in it, and the policy that allows just these."""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_FOLDER = Path(__file__).parent / "page"
_STYLE = re.compile(r'<link rel="stylesheet" href="([\w.-]+)">')
_SCRIPT = re.compile(r'<script src="([\w.-]+)"(?: defer)?></script>')
_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True)
class PhonePage:
    """The document in UTF-8, and its Content-Security-Policy but for where it may connect to."""

    document: bytes
    policy: str


def phone_page(folder: Path = _FOLDER) -> PhonePage:
    """Puts together index.html and the files beside it that its `<link rel="stylesheet">` and `<script src>` name."""
    text = (folder / "index.html").read_text("utf-8")
    text = _STYLE.sub(lambda found: f"<style>{_text(folder, found[1])}</style>", text)
    text = _SCRIPT.sub(lambda found: f"<script>{_text(folder, found[1])}</script>", text)
    hashes: dict[str, list[str]] = {"style-src": [], "script-src": []}
    for kind, content in _INLINE.findall(text):
        hashes[f"{kind}-src"].append(f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'")
    sources = (" ".join((kind, *(allowed or ["'none'"]))) for kind, allowed in hashes.items())
    policy = ("default-src 'none'", *sources, "img-src data:", "base-uri 'none'", "form-action 'none'")
    return PhonePage(text.encode(), "; ".join((*policy, "frame-ancestors 'none'")))


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text("utf-8")
