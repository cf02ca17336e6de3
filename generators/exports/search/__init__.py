"""Search: the pages of a site as the files that its search loads.

`entries` reads a page, `words` normalises words, `index` divides the index into files. `theme/assets/js/find.js` loads them.
"""
