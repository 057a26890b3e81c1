"""Every limit on what is read, in one place, each with its reason. A file over a limit is a rejection, never a
crash."""

MIB = 1 << 20

MAX_FILE_BYTES = 256 * MIB  # a file is held in memory once; eight readers then stay under a small machine's memory
MAX_DOCUMENT_BYTES = 16 * MIB  # the largest real news page seen is 4 MB; the tree of 16 MB of tags takes about 500 MB
MAX_EXPANDED_BYTES = 512 * MIB  # all that one compressed file may give, members together: a day of a big site fits
MAX_RATIO = 200  # text shrinks 4-20 times, a page of one repeated template 100; only bombs shrink more
RATIO_FLOOR_BYTES = MIB  # below this size a ratio says nothing and harms nobody
MAX_ENTRIES = 100_000  # members of an archive, records of a file; a month of a portal's feed is about 60,000
MAX_DEPTH = 4  # containers in containers: a tar.gz of gzipped WARC files is 4 deep
MAX_JSON_DEPTH = 64  # embedded state of real pages nests about 25 deep
MAX_NODES = 200_000  # elements and texts of one page that are walked; the largest real page seen has 40,000
MANY_TAGS = 10_000  # from so many tags on a page's nesting is weighed before it is parsed; most pages have half of it
MAX_NESTING_COST = 100_000_000  # open tags, summed over all tags: the parser looks through them at each, in about 10 ns
MAX_TREE_DEPTH = 256  # elements within elements; deeper ones count as the one at this depth, so that paths stay short
MAX_TEXT_CHARS = 1_000_000  # the text of one article; the longest real feature is about 100,000
MAX_TITLE_CHARS = 500  # a headline; anything longer is a paragraph taken for one
MAX_BYLINE_CHARS = 200  # a dozen names
MAX_LINE_CHARS = 100_000  # one line of plain text that is looked at by patterns
MAX_PARTS = 500  # parts of an e-mail or MHTML file
MAX_SCRIPT_BYTES = 8 * MIB  # one JSON script in a page
MAX_CLAIMS = 500  # meta tags, or microdata, of one page; big sites have about 100
MAX_MARKS = 200  # times and authors of one page; a long page of comments has as many
MAX_IMAGES = 50  # image addresses kept for one article
MIN_BODY_CHARS = 60  # shorter than this is a caption or a notice, not an article
