"""What a page of this site may load, as every page states it: nothing from another host, no inline code, no inline style.

Sealing states it on what an engine renders; a page that no engine renders states it itself.
"""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
"""The first thing in a page's head: what stands before it is not held to it."""
PLAIN_HEAD = (
    f'{META}<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
    '<meta name="robots" content="noindex">'
)
"""What the head of a page that no engine renders begins with; search engines are led to the page that one does."""
