"""What the class, id and role of an element say of its text. The words are the web's own, collected from real pages."""

import re
from functools import lru_cache

CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# what these hold is not the article's, unless it is nearly all that the page has
STRONG_WORDS = r"""
    [a-z]*related\w* relate relation recommend\w* promo\w* advert\w* adsense\w* adslot\w* sponsor\w* newsletter\w*
    comments?\w* commentary-list disqus\w* respond outbrain\w* taboola\w* zergnet\w* yarpp\w* jp-relatedposts
    footer\w* nav navi\w* navbar\w* menu\w* bread-?crumbs?\w* crumbs? paginat\w* pager cookie\w* consent\w* gdpr
    trending\w* popular\w* most-?(?:read|viewed|popular|commented) see-?also also-?read
    more-?(?:stories|news|articles|posts|from) read-?more readmore up-?next next-?(?:article|post|story) prev-?next
    post-?navigation nav-?links hot-?news best-?news link-?news
    (?:display|article|related|post|story|news|promo|teaser|blog|product)-?cards? recirc\w* read-?next storylink\w*
    screen-?reader\w* sr-?only visually-?hidden skip-?link
"""
# what these hold may be anything; they are left out where it is little
WEAK_WORDS = r"""
    ads? adv arcad
    adbox ad-?container ad-?wrapper ad-?unit subscri\w* sign-?up signup\w* social\w* shar(?:e|er|es|ing)\w*
    sharedaddy sns\w* follow\w* reply side-?bar\w* foot tags? tag-?list tag-?cloud tagged topics? keywords?
    author-?bio\w* author-?box\w* about-?author bio byline\w* meta metadata entrymeta postmeta articlemeta timestamp
    credits? caption\w* figcaption cutline copyright\w* pop-?up\w* modal\w* overlay\w* lightbox\w* tooltip\w*
    banner\w* widget-area widget-title widgettitle login\w* regwall\w* toolbar\w* toolbox utility utils? print
    teaser\w* donat\w* survey poll rating\w* player\w* slideshow\w* carousel\w* slider\w* toc table-of-contents hidden
    search\w* dropdown cta pull-?quote\w* disclaimer latest\w* feedback contact\w* avatar membership\w*
    regist(?:er|ration)\w* rank\w* reporter\w* journalist\w* cmt img-?desc end-?photo\w*
    after-content\w* app-(?:banner|bottom|promo|download)\w* (?:img|image)-{0,2}desc\w*
    photo-?(?:caption|credit|info) lang-?switch\w* print-?only no-?print noprint mw-editsection reflist navbox\w*
    kicker eyebrow category categories cat-links tags-links wp-caption-text ytp\w* button buttons btn\w* trustbar
    alert\w* notice-?bar affiliate\w* twitter-tweet opt-?in teads\w* fancybox\w* article-?links? linkbox\w*
    author-?(?:bio|box|block|info|card|container|content|summary|details?|description|profile|area|section|name|meta)\w*
    post-?author\w* article-?author\w* profile-content\w* user-about testimonials?\w* testimonal\w* excerpts?
    [a-z]+-excerpt\w* dek time-ago image-?(?:widget|caption|credit)\w* image-[a-z]+-widget\w* fact-?box\w*
    info-?box\w* publish(?:ed)?-date date-published updated-date article-?tools story-?tools
"""


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(words.split())})(?![a-z])")


STRONG, WEAK = _words(STRONG_WORDS), _words(WEAK_WORDS)
SLUG = re.compile(r"(?<!\S)[a-z]+(?:-[a-z]+){4,}(?!\S)")  # an id made of a heading's words
SUSPENDED = re.compile(r"s:[0-9a-f]+")  # React streams parts of a page into hidden elements so named
POST_CLASS = re.compile(
    r"(?<!\S)(?:tag|category|categories|topic|post-tag|post-category|keyword|section|has|no|with|without)-\S+"
    r"|(?<!\S)author-(?!bio|box|block|info|card|container|content|summary|detail|description|profile|area|section|name|meta)\S+"
)
NEVER_JUNK = re.compile(
    r"elementor-widget-(?:text|theme-post-content|heading|container)|body-text|sidebar-grid|accordion-(?:content|body)|faq"
)
SURE_CONTENT = re.compile(
    r"(?<![a-z])(?:article-{0,2}body\w*|articlebody\w*|article-{0,2}content(?:s|-body)?|article-{0,2}text|articletext|entry-?content|post-{0,2}content|post-{0,2}body|post-?text"
    r"|story-{0,2}body\w*|story-{0,2}content|story-?text|storytext|news-?body|news-?content|news-?text|body-?copy|article-?view-content\w*|newsct-?article"
    r"|td-post-content|single-content|single-post-content|artikel-?text|articulo-?cuerpo|cuerpo-?noticia|article-?detail-?body)(?![a-z])"
)
CONTENT = re.compile(
    r"(?<![a-z])(?:body-?text|body-?content|content-?body|content-?text|text-?content|rich-?text\w*|main-?content|page-?content|wysiwyg|prose|corps|detail-?text|detail-?content|blog-?content|blog-?body)(?![a-z])"
)
ROLES_JUNK = frozenset(
    {
        "navigation",
        "search",
        "banner",
        "contentinfo",
        "complementary",
        "menu",
        "dialog",
        "alert",
        "toolbar",
        "tooltip",
        "menubar",
        "alertdialog",
    }
)
TAGS_JUNK = frozenset(
    {"nav", "footer", "aside", "figcaption", "address", "legend", "menu", "form", "optgroup", "summary"}
)
HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")


@lru_cache(maxsize=16_384)
def words_of(text: str) -> str:
    """Class, id and the like with camel case taken apart: "RelatedPosts hasSidebar" -> "related-posts has-sidebar"."""
    return CAMEL.sub("-", text[:1000]).lower().replace("_", "-")


@lru_cache(maxsize=16_384)
def junk(names: str) -> int:
    """2 where the words say that this is no part of an article's text, 1 where they may say so, else 0."""
    found = 0
    for name in names.split():
        said = _junk(name)
        if said < 0:
            return 0
        found = max(found, said)
    return found


@lru_cache(maxsize=65_536)
def _junk(name: str) -> int:
    """For one class or id; -1 where it says that this is the text."""
    if NEVER_JUNK.search(name) or SURE_CONTENT.search(name):
        return -1
    if POST_CLASS.match(name) or SLUG.match(name):
        return 0
    return 2 if STRONG.search(name) else 1 if WEAK.search(name) else 0


@lru_cache(maxsize=16_384)
def content(names: str) -> int:
    """2 where the words say that this holds an article's text, 1 where it may, else 0."""
    return max(map(_content, names.split()), default=0)


@lru_cache(maxsize=65_536)
def _content(name: str) -> int:
    return 2 if SURE_CONTENT.search(name) else 1 if CONTENT.search(name) else 0


AUTHOR = re.compile(
    r"(?<![a-z])(?:authors?|byline|by-line|writer|reporter|journalist|contributors?|auteur|autore?n?|autorin|redakteur"
    r"|posted-by|post-by|creator|fn|vcard)(?![a-z])"
)


@lru_cache(maxsize=16_384)
def is_author(names: str) -> bool:
    """True where the words say that this names who wrote."""
    return any(map(_is_author, names.split()))


@lru_cache(maxsize=65_536)
def _is_author(name: str) -> bool:
    return bool(AUTHOR.search(name)) and not POST_CLASS.match(name)


DATED = re.compile(
    r"(?<![a-z])(?:submitted|posted-?on|dateline|datum|timestamp|publish(?:ed)?|date-?published"
    r"|(?:post|entry|article|publish(?:ed)?|pub|news|story|meta|blog)-?(?:date|time|datum)|date)(?![a-z])"
)


@lru_cache(maxsize=16_384)
def is_dated(names: str) -> bool:
    """True where the words say that this tells when the article appeared."""
    return bool(DATED.search(names))


OTHER = re.compile(
    r"(?<![a-z])(?:\w*related|comments?|respond|disqus|recommend\w*|teasers?|popular|trending|latest|most-?read|more-\w+)(?![a-z])"
)


@lru_cache(maxsize=16_384)
def is_other(names: str) -> bool:
    """True where the words say that this holds what others wrote: comments, teasers of other articles."""
    return bool(OTHER.search(names))
