"""What the class, id and role of an element say of its text. The words are the web's own, collected from real pages."""

import re
from functools import lru_cache

CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
JUNK_WORDS = """
related\\w* relate relation recommend\\w* promo\\w* advert\\w* ads? adv adbox adsense\\w* adslot\\w* sponsor\\w* newsletter\\w* subscri\\w* sign-?up
social\\w* shar(?:e|er|es|ing)(?:bar|box|buttons?|tools?)? sharedaddy sns\\w* follow\\w* comments?\\w* commentary-list disqus\\w* respond reply
side-?bar\\w* footer\\w* foot nav navi\\w* navbar\\w* menu\\w* bread-?crumbs?\\w* crumbs? paginat\\w* pager pagination\\w*
tags? tag-?list tag-?cloud tagged topics? keywords? author-?bio\\w* authorbox about-?author bio byline\\w* meta metadata entrymeta postmeta articlemeta
timestamp published credits? caption\\w* figcaption cutline copyright\\w* copy-?right cookie\\w* consent\\w* gdpr pop-?up\\w* modal\\w* overlay\\w* lightbox\\w* tooltip\\w* banner\\w*
widgets? login\\w* paywall\\w* regwall\\w* toolbar\\w* toolbox utility utils? print trending\\w* popular\\w* most-?(?:read|viewed|popular) mostread
teaser\\w* read-?more readmore more-?(?:stories|news|articles|posts|on|from|in) see-?also also-?read outbrain\\w* taboola\\w* zergnet\\w* donat\\w* donation survey poll rating\\w* ratings
player\\w* slideshow\\w* carousel\\w* slider\\w* toc table-of-contents hidden visually-?hidden sr-?only screen-?reader\\w* skip-?link search\\w* dropdown\\w*
cta pull-?quote\\w* disclaimer up-?next next-?(?:article|post|story) prev-?next post-?navigation latest\\w* feedback contact\\w* profile\\w* avatar membership\\w* register\\w* registration
hot-?news rank\\w* best-?news reporter\\w* journalist\\w* cmt img-?desc end-?photo\\w* photo-?(?:caption|credit|info) link-?news language\\w* lang-?switch\\w* print-?only no-?print
noprint mw-editsection reflist navbox\\w* kicker eyebrow category categories cat-links tags-links jp-\\w+ yarpp\\w* wp-caption-text ytp\\w* button buttons btn\\w*
trustbar alert\\w* notice-?bar affiliate\\w* inline-?newsletter signup\\w* optin\\w* opt-?in teads\\w* piano\\w* poool\\w* fancybox\\w* loginbox\\w* storylink\\w* article-?links? linkbox\\w* infocard\\w*
""".split()
JUNK = re.compile(rf"(?<![a-z])(?:{'|'.join(JUNK_WORDS)})(?![a-z])")
NEVER_JUNK = re.compile(
    r"elementor-widget-(?:text|theme-post-content|heading|container)|article-?body|articlebody|entry-?content|post-?content"
    r"|story-?body|body-?text|article-?text|article-?content|news-?body|(?<![a-z])(?:has|with|no|without)-(?:sidebar|comments?|share|ads?|toc)"
)
CONTENT = re.compile(
    r"(?<![a-z])(?:article-?body\w*|articlebody\w*|article_?-?-?content|article-?text|article_?-?view\w*|articletext|body-?text|body-?content|content-?body|entry-?content\w*"
    r"|post-?content|post-?body|post_?text|story-?body\w*|story-?content|story-?text|news-?body|news-?content|news-?text|page-?content|rich-?text\w*|main-?content|single-?content"
    r"|td-post-content|text-?content|article__?content|article__?body|newsct-?article|detail-?text|detail-?content|wysiwyg|prose|articulo-?cuerpo|cuerpo|corps|artikel-?text|article-?detail)(?![a-z])"
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
def is_junk(names: str) -> bool:
    """True where the words say that this is no part of an article's text."""
    return bool(JUNK.search(names)) and not NEVER_JUNK.search(names)


@lru_cache(maxsize=16_384)
def is_content(names: str) -> bool:
    """True where the words say that this holds an article's text."""
    return bool(CONTENT.search(names))
