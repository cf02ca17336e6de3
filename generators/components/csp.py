"""Content Security Policy of every page: nothing from another host, no inline script, no inline style.

Post-processing adds it to pages that an engine renders; other pages include it themselves.
"""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
"""First element of a page's head: the policy does not apply to anything before it."""
PLAIN_HEAD = (
    f'{META}<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
    '<meta name="robots" content="noindex">'
)
"""Start of the head of a page that no engine renders; search engines index the rendered page instead."""
