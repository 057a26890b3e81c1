"""Systems that many Korean papers share."""

from transforms.parse.sources.layout import Layout

LAYOUTS = (
    Layout(  # ND Soft, which several hundred local and trade papers use
        name="ndsoft",
        seen="2005-2026",
        mark="#article-view-content-div",
        body="#article-view-content-div",
        drop="figure, figcaption, .copyright, .view-copyright, .view-editors, .view-promotion, .relation,"
        " .article-ad, .photo-layout, .ad-template, .tag-group, table.photo",
        title="h3.heading; h1.heading; .article-head-title; .heading",
        subtitle="h4.subheading; .subheading; .article-head-sub",
        byline=".view-editors .name; .infomation li:first-child; .article-view-header .infomation li",
        published=".infomation li:nth-child(2); .infomation",
        publisher="meta[property='og:site_name']@content; meta[name='Copyright']@content",
    ),
)
