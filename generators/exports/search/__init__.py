"""Search: the pages of a site as the files that its search loads.

`entries` reads a page, `words` says what is the same word, `index` cuts the index into files. `theme/assets/js/find.js` asks them.
"""
