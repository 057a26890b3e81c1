"""Daum and Naver, where most Korean articles are read and copied from."""

from transforms.parse.sources.layout import Layout

LAYOUTS = (
    Layout(
        kind="portal",
        name="daum",
        seen="2013-2026",
        mark="div.article_view, div#harmonyContainer, div#mArticle .news_view",
        body="div.article_view, div#harmonyContainer, div#mArticle .news_view",
        drop="figure, figcaption, .txt_caption, .link_figure, .summary_view, .box_translate, .foot_view, .copyright",
        title="h3.tit_view; h2.screen_out + h3; .head_view h3",
        subtitle="strong.summary_view",
        published=".info_view .num_date; .info_view .txt_info:nth-child(2)",
        byline=".info_view .txt_info:first-child",
        publisher="meta[property='og:article:author']@content; meta[property='article:author']@content;"
        " a.link_cp img@alt;"
        " em.info_cp a img@alt",
    ),
    Layout(
        kind="portal",
        name="naver",
        seen="2021-2026",
        mark="article#dic_area, div#newsct_article",
        body="article#dic_area, div#newsct_article",
        drop=".end_photo_org, .img_desc, .media_end_summary, .vod_player_wrap, ._article_list, .ab_sub_heading_date,"
        " em.img_desc",
        title="h2#title_area; .media_end_head_headline",
        subtitle=".media_end_summary",
        published="._ARTICLE_DATE_TIME@data-date-time; .media_end_head_info_datestamp_time",
        modified="._ARTICLE_MODIFY_DATE_TIME@data-modify-date-time",
        byline=".byline_s; .media_end_head_journalist_name",
        publisher=".media_end_head_top_logo_img@alt; .media_end_head_top_logo img@alt;"
        " meta[name='twitter:creator']@content",
    ),
    Layout(
        kind="portal",
        name="naver",
        seen="2008-2021",
        mark="div#articleBodyContents, div#articeBody",
        body="div#articleBodyContents, div#articeBody",
        drop=".end_photo_org, .img_desc, script, .link_news, .vod_area",
        title="h3#articleTitle; h2.end_tit",
        published=".sponsor .t11; .article_info .author em",
        publisher=".press_logo img@alt; .press_logo img@title",
    ),
    Layout(
        kind="portal",
        name="nate",
        seen="2010-2026",
        mark="div#realArtcContents, div#articleContetns",
        body="div#realArtcContents, div#articleContetns",
        drop=".alignC, .image, .txt, .link",
        title="h1.articleSubecjt; h3.viewTite",
        published=".firstDate em; .articleInfo .firstDate",
        publisher="a.medium; .articleInfo .medium",
    ),
    Layout(
        kind="portal",
        name="zum",
        seen="2014-2026",
        mark="div.article_body[itemprop='articleBody'], div#article_body.article",
        body="div.article_body[itemprop='articleBody'], div#article_body.article",
        drop="figure, .caption",
    ),
)
